import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  doublePrecision,
  type ExtraConfigColumn,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

/** Raw bytes; both drivers take and give Uint8Array (Buffer on PostgreSQL). */
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
// NULLS FIRST is what ORDER BY ... DESC means; without it drizzle writes an index that no such query can use.
const newestFirst = (column: ExtraConfigColumn) => column.desc().nullsFirst()
const workspaceId = () =>
  text('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' })

export const workspaces = pgTable('workspaces', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  plan: text('plan', { enum: ['starter', 'pro', 'enterprise'] }).notNull(),
  /** `test` is the sandbox: its keys begin with ih_test_. */
  environment: text('environment', { enum: ['live', 'test'] })
    .notNull()
    .default('live'),
  /** Who words questions and outreach where a call does not say. */
  writer: text('writer', { enum: ['builtin', 'llm'] })
    .notNull()
    .default('builtin'),
  retention_days: integer('retention_days').notNull().default(90),
  created_at: moment('created_at').notNull(),
})

export const apiKeys = pgTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    workspace_id: workspaceId(),
    name: text('name').notNull(),
    /** SHA-256 of the whole key: 190 random bits need no slow hash. */
    hash: bytea('hash').notNull(),
    hint: text('hint').notNull(),
    scopes: text('scopes').array().notNull(),
    rate_limit_per_min: integer('rate_limit_per_min'),
    allowed_cidrs: text('allowed_cidrs').array().notNull(),
    /** `key:<id>`, `cli`, `bootstrap` or `user:<id>`. */
    created_by: text('created_by').notNull(),
    created_at: moment('created_at').notNull(),
    expires_at: moment('expires_at'),
    last_used_at: moment('last_used_at'),
    last_used_ip: text('last_used_ip'),
    revoked_at: moment('revoked_at'),
    replaced_by: text('replaced_by'),
    exposed_over_http_at: moment('exposed_over_http_at'),
  },
  (table) => [
    uniqueIndex('api_keys_hash').on(table.hash),
    index('api_keys_newest').on(table.workspace_id, newestFirst(table.created_at), newestFirst(table.id)),
  ],
)

export const evaluations = pgTable(
  'evaluations',
  {
    id: text('id').primaryKey(),
    workspace_id: workspaceId(),
    api_key_id: text('api_key_id'),
    created_at: moment('created_at').notNull(),
    /** SHA-256, hex, of what was asked: the texts, the options and as_of. */
    input_hash: text('input_hash').notNull(),
    engine_version: text('engine_version').notNull(),
    resume_count: integer('resume_count').notNull(),
    /** The response's JSON, sealed with the workspace's data key. */
    result_encrypted: bytea('result_encrypted').notNull(),
    key_version: integer('key_version').notNull(),
  },
  (table) => [index('evaluations_newest').on(table.workspace_id, newestFirst(table.created_at), newestFirst(table.id))],
)

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    workspace_id: workspaceId(),
    key: text('key').notNull(),
    /** SHA-256, hex, of method, path and raw body. */
    fingerprint: text('fingerprint').notNull(),
    created_at: moment('created_at').notNull(),
    /** null while the first request runs. */
    status: integer('status'),
    /** The job that the answer tells of. */
    job_id: text('job_id'),
    body_encrypted: bytea('body_encrypted'),
    key_version: integer('key_version'),
    /** Until when the first request is believed to be alive; a later one may take the key over afterwards. */
    locked_until: moment('locked_until'),
  },
  (table) => [
    primaryKey({ columns: [table.workspace_id, table.key] }),
    index('idempotency_keys_oldest').on(table.created_at),
    index('idempotency_keys_job').on(table.job_id),
  ],
)

/** Many resumes asked for in one bulk request. Columns that end in `_sealed` hold what `sealColumn` makes. */
export const screenings = pgTable(
  'screenings',
  {
    /** `bulk_...` */
    id: text('id').primaryKey(),
    workspace_id: workspaceId(),
    api_key_id: text('api_key_id'),
    status: text('status', { enum: ['queued', 'processing', 'completed', 'failed'] }).notNull(),
    /** YYYY-MM-DD */
    as_of: text('as_of').notNull(),
    options: jsonb('options').$type<Record<string, boolean>>().notNull(),
    job_description_sealed: bytea('job_description_sealed').notNull(),
    webhook_url_sealed: bytea('webhook_url_sealed'),
    total: integer('total').notNull(),
    /** Items without an outcome. Who takes it to zero orders the finish. */
    remaining: integer('remaining').notNull(),
    succeeded: integer('succeeded').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    estimated_seconds: integer('estimated_seconds').notNull(),
    /** What the engine found in the job description, from the first item that was evaluated. */
    job_facts_sealed: bytea('job_facts_sealed'),
    /** The bytes that GET /v1/jobs/{job_id} answers with and the webhook carries, once finished; packed with gzip. */
    body_sealed: bytea('body_sealed'),
    created_at: moment('created_at').notNull(),
    started_at: moment('started_at'),
    finished_at: moment('finished_at'),
  },
  (table) => [
    index('screenings_newest').on(table.workspace_id, newestFirst(table.created_at), newestFirst(table.id)),
    index('screenings_open').on(table.created_at).where(sql`finished_at is null`),
  ],
)

/** One resume of a screening. The primary key is the wall behind the fence: an item has one outcome. */
export const screeningItems = pgTable(
  'screening_items',
  {
    screening_id: text('screening_id')
      .notNull()
      .references(() => screenings.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    workspace_id: workspaceId(),
    state: text('state', { enum: ['pending', 'done', 'failed'] }).notNull(),
    /** Place in the fair order of all workspaces; lower is served first. */
    turn: integer('turn').notNull(),
    /** The fence: each claim raises it, and only the last one may store an outcome. */
    claim: integer('claim').notNull().default(0),
    /** Failures that a later try may mend; claims that ended in none of them were crashes of a worker. */
    errors: integer('errors').notNull().default(0),
    /** Crashes before it was moved to where it runs alone; null while it runs beside others. */
    crashes_in_pool: integer('crashes_in_pool'),
    /** The task that serves it. */
    task_id: uuid('task_id'),
    /** Where the resume comes from; removed with the outcome. */
    source_sealed: bytea('source_sealed'),
    /** The candidate, or the failure. */
    result_sealed: bytea('result_sealed'),
    /** Code of the failure. */
    code: text('code'),
    finished_at: moment('finished_at'),
  },
  (table) => [
    primaryKey({ columns: [table.screening_id, table.position] }),
    index('screening_items_turn').on(table.turn).where(sql`state = 'pending'`),
    index('screening_items_last_turn').on(table.workspace_id, table.turn).where(sql`state = 'pending'`),
  ],
)

/** Uploaded resumes, here so that a worker on any machine can read them; removed with the outcome of the item. */
export const screeningFiles = pgTable(
  'screening_files',
  {
    screening_id: text('screening_id')
      .notNull()
      .references(() => screenings.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    workspace_id: workspaceId(),
    bytes_sealed: bytea('bytes_sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.screening_id, table.position] })],
)

/** How fast each worker process is, for estimates. */
export const workerRates = pgTable('worker_rates', {
  worker_id: text('worker_id').primaryKey(),
  seconds_per_item: doublePrecision('seconds_per_item').notNull(),
  seen_at: moment('seen_at').notNull(),
})

/** Receivers of webhooks as far as they failed: told apart by their URL without its query. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    workspace_id: workspaceId(),
    url: text('url').notNull(),
    /** Since when every attempt failed. */
    failing_since: moment('failing_since'),
    failed_messages: integer('failed_messages').notNull().default(0),
    disabled_at: moment('disabled_at'),
    disabled_because: text('disabled_because', { enum: ['gone', 'failing'] }),
    last_success_at: moment('last_success_at'),
    created_at: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace_id, table.url] })],
)

/** Signing secrets: the newest signs, an older one beside it until it expires. */
export const webhookSecrets = pgTable(
  'webhook_secrets',
  {
    id: text('id').primaryKey(),
    workspace_id: workspaceId(),
    secret_sealed: bytea('secret_sealed').notNull(),
    created_at: moment('created_at').notNull(),
    expires_at: moment('expires_at'),
  },
  (table) => [index('webhook_secrets_newest').on(table.workspace_id, newestFirst(table.created_at))],
)

/** One event for one URL. Its row is written in the transaction that finishes the screening. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    /** `msg_...`, the same for every attempt. */
    id: text('id').primaryKey(),
    workspace_id: workspaceId(),
    screening_id: text('screening_id')
      .notNull()
      .references(() => screenings.id, { onDelete: 'cascade' }),
    event: text('event', { enum: ['job.completed', 'job.failed'] }).notNull(),
    /** Without user, query and fragment. */
    url: text('url').notNull(),
    state: text('state', { enum: ['pending', 'delivered', 'failed', 'skipped'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Attempts made when the running schedule began: a redelivery begins a new one. */
    schedule_start: integer('schedule_start').notNull().default(0),
    claim: integer('claim').notNull().default(0),
    task_id: uuid('task_id'),
    next_attempt_at: moment('next_attempt_at'),
    created_at: moment('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('webhook_deliveries_screening').on(table.screening_id),
    index('webhook_deliveries_newest').on(table.workspace_id, newestFirst(table.created_at), newestFirst(table.id)),
    index('webhook_deliveries_due').on(table.next_attempt_at).where(sql`state = 'pending'`),
  ],
)

export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    delivery_id: text('delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    workspace_id: workspaceId(),
    at: moment('at').notNull(),
    /** HTTP status, where the receiver answered. */
    status: integer('status'),
    latency_ms: integer('latency_ms').notNull(),
    /** Why it did not count as delivered. */
    error: text('error'),
    /** The first KiB of the answer. */
    answer_sealed: bytea('answer_sealed'),
  },
  (table) => [primaryKey({ columns: [table.delivery_id, table.number] })],
)

/** Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE. No foreign key, as it outlives what it tells of. */
export const auditLog = pgTable(
  'audit_log',
  {
    workspace_id: text('workspace_id').notNull(),
    /** 1, 2, 3, ... in each workspace, without a gap. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: moment('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    object: text('object'),
    ip: text('ip'),
    request_id: text('request_id'),
    /** Never personal data. */
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
    previous_hash: bytea('previous_hash').notNull(),
    hash: bytea('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace_id, table.seq] })],
)

/** The end of each workspace's audit chain: orders its writers and shows when the last entries were cut off. */
export const auditHeads = pgTable('audit_heads', {
  workspace_id: text('workspace_id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytea('hash').notNull(),
})

/** Data keys of the workspaces, wrapped by a master key. Dropping a row makes what it sealed unreadable for ever. */
export const workspaceDataKeys = pgTable(
  'workspace_data_keys',
  {
    workspace_id: workspaceId(),
    version: integer('version').notNull(),
    wrapped: bytea('wrapped').notNull(),
    /** Which master key wraps it. */
    master_fingerprint: text('master_fingerprint').notNull(),
    created_at: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace_id, table.version] })],
)

/** Secrets of the installation that all processes share (cursor and audit HMAC keys), wrapped by a master key. */
export const serverSecrets = pgTable('server_secrets', {
  name: text('name').primaryKey(),
  wrapped: bytea('wrapped').notNull(),
  master_fingerprint: text('master_fingerprint').notNull(),
})

/** Facts of the installation, such as whether the first account was made. */
export const setup = pgTable('setup', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  updated_at: moment('updated_at').notNull(),
})

/** Accepted calls of the last minute, for several API processes. UNLOGGED: a crash may forget a minute of counting. */
export const rateLimit = pgTable('rate_limit', {
  subject: text('subject').primaryKey(),
  /** Epoch seconds of each accepted call, oldest first. */
  hits: doublePrecision('hits').array().notNull(),
  updated_at: moment('updated_at').notNull(),
})
