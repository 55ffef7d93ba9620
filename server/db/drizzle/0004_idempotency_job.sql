ALTER TABLE "idempotency_keys" ADD COLUMN "job_id" text;--> statement-breakpoint
CREATE INDEX "idempotency_keys_job" ON "idempotency_keys" USING btree ("job_id");