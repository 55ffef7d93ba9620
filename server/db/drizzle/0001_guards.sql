-- Row security, the second wall between workspaces: a transaction sees the rows of the workspace it names, or, for
-- work that spans workspaces (looking up a key, purging), says that it acts for the system. FORCE binds the owner too.
CREATE FUNCTION innohire_sees(workspace text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT workspace = current_setting('app.workspace_id', true) OR current_setting('app.system', true) = 'on'
$$;
--> statement-breakpoint
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON workspaces USING (innohire_sees(id));
--> statement-breakpoint
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON api_keys USING (innohire_sees(workspace_id));
--> statement-breakpoint
ALTER TABLE evaluations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON evaluations USING (innohire_sees(workspace_id));
--> statement-breakpoint
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON idempotency_keys USING (innohire_sees(workspace_id));
--> statement-breakpoint
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON audit_log USING (innohire_sees(workspace_id));
--> statement-breakpoint
ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON audit_heads USING (innohire_sees(workspace_id));
--> statement-breakpoint
ALTER TABLE workspace_data_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_workspace ON workspace_data_keys USING (innohire_sees(workspace_id));
--> statement-breakpoint
CREATE FUNCTION innohire_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION innohire_refuse_change();
--> statement-breakpoint
ALTER TABLE rate_limit SET UNLOGGED;
