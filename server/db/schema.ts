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
    body_encrypted: bytea('body_encrypted'),
    key_version: integer('key_version'),
    /** Until when the first request is believed to be alive; a later one may take the key over afterwards. */
    locked_until: moment('locked_until'),
  },
  (table) => [
    primaryKey({ columns: [table.workspace_id, table.key] }),
    index('idempotency_keys_oldest').on(table.created_at),
  ],
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
