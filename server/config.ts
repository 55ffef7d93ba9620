import { availableParallelism } from 'node:os'
import { planNames } from '@innohire/contract'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { parseAllowList } from './egress/allow-list.ts'

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
)
const isAddressRange = (text: string) => ipaddr.isValid(text) || ipaddr.isValidCIDR(text)
const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text
const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `must be a whole number from ${min} to ${max}` })
    .transform(Number)
    .refine((number) => number >= min && number <= max, { error: `must be a whole number from ${min} to ${max}` })

function isAllowList(text: string): boolean {
  try {
    parseAllowList(text)
    return true
  } catch {
    return false
  }
}

const price = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/, { error: 'must be a number such as 0.15' })
  .transform(Number)

/**
 * Every setting, once: what it does, what it accepts, what holds without it. `default` is the text that would stand in
 * the environment; docs/configuration.md is rendered from this table (`npm run docs:render`).
 */
export const settings = {
  PORT: { doc: 'Port of the HTTPS server.', schema: wholeNumber(0, 65_535), default: '8443' },
  HOST: {
    doc: 'Address to listen on. Without it: all addresses, IPv6 and IPv4. `127.0.0.1` keeps the server to this machine.',
    schema: z.string(),
  },
  DATA_DIR: {
    doc: 'Folder of the embedded database, the certificate, the encryption key and the set-up token. Back it up whole.',
    schema: z.string(),
    default: './data',
  },
  DATABASE_URL: {
    doc: 'A PostgreSQL 15+ database, `postgres://user:password@host:5432/name`. Without it: the embedded database in DATA_DIR, for one process.',
    schema: z.string().regex(/^postgres(ql)?:\/\//, { error: 'must start with postgres://' }),
  },
  INNOHIRE_BOOTSTRAP_API_KEY: {
    doc: 'API key to create on an empty database, instead of a random one. Read on an empty database only.',
    schema: z.string(),
  },
  INNOHIRE_BOOTSTRAP_PLAN: {
    doc: 'Plan of the first workspace: `starter`, `pro` or `enterprise`. Read on an empty database only.',
    schema: z.enum(planNames as ['starter', 'pro', 'enterprise']),
    default: 'enterprise',
  },
  INNOHIRE_ENCRYPTION_KEY: {
    doc: 'Key that encrypts stored texts: 32 bytes as 64 hexadecimal digits or base64. Without it: a random one is kept in DATA_DIR.',
    schema: z.string(),
  },
  INNOHIRE_ENCRYPTION_KEY_FILE: {
    doc: 'File that holds the encryption key, for secrets that are mounted as files.',
    schema: z.string(),
  },
  EMBEDDING_MODEL_DIR: {
    doc: 'Folder with the all-MiniLM-L6-v2 files, instead of the npm package that brings them.',
    schema: z.string(),
  },
  TLS_CERT: {
    doc: 'File with the PEM certificate chain. Without it: a certificate is made in DATA_DIR on the first start.',
    schema: z.string(),
  },
  TLS_KEY: { doc: 'File with the PEM private key of TLS_CERT.', schema: z.string() },
  TRUSTED_PROXIES: {
    doc: 'Addresses or ranges (CIDR) of reverse proxies, separated by commas. Only from them `X-Forwarded-For` and `X-Forwarded-Proto` are believed, and plain HTTP is served if the proxy received HTTPS.',
    schema: list.refine((items) => items.every(isAddressRange), {
      error: 'must be IP addresses or CIDR ranges, separated by commas',
    }),
    default: '',
  },
  CORS_ORIGINS: {
    doc: 'Origins whose pages may call the API from a browser, separated by commas, such as `https://ats.example.com`. Without it: none, since API keys do not belong in browsers.',
    schema: list.refine((items) => items.every(isOrigin), {
      error: 'must be origins such as https://ats.example.com, separated by commas',
    }),
    default: '',
  },
  EVALUATE_QUEUE: {
    doc: 'Calls of POST /v1/evaluate that may wait while others run; one more is answered with 503 `overloaded`. Without it: twice the number of processor cores.',
    schema: wholeNumber(0, 10_000),
    default: String(2 * availableParallelism()),
    defaultDoc: '2 x cores',
  },
  EGRESS_ALLOW: {
    doc: 'Where resumes may be fetched from and webhooks sent to, beside public https hosts: `host:port`, `host`, CIDR ranges, or `http://host:port` for plain HTTP, separated by commas. For an object store or a receiver in your own network.',
    schema: z.string().refine(isAllowList, { error: 'must be hosts, host:port or CIDR ranges, separated by commas' }),
    default: '',
  },
  EGRESS_CA_FILE: {
    doc: 'File with PEM certificates that are trusted for those hosts, beside the usual authorities.',
    schema: z.string(),
  },
  SCREENING_CONCURRENCY: {
    doc: 'Resumes of bulk jobs that a process works on at a time. While one is downloaded another is read and a third evaluated.',
    schema: wholeNumber(1, 256),
    default: String(4 * availableParallelism()),
    defaultDoc: '4 x cores',
  },
  SCREENING_QUEUE: {
    doc: 'Resumes of bulk jobs that may wait, of all workspaces; then POST /v1/bulk-screen answers 503 `overloaded`.',
    schema: wholeNumber(1, 10_000_000),
    default: '20000',
  },
  LLM_BASE_URL: {
    doc: 'Address of an OpenAI-compatible language model, such as `http://localhost:11434/v1`, for questions and outreach on request. Off without it. Excerpts of resumes, identity taken out, are sent there.',
    schema: z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }),
  },
  LLM_MODEL: { doc: 'Name of the model at LLM_BASE_URL.', schema: z.string() },
  LLM_API_KEY: { doc: 'Key for LLM_BASE_URL, where it wants one.', schema: z.string() },
  LLM_ANSWERS: {
    doc: '`structured`: the model writes all texts of a candidate in one JSON answer. `plain`: it says one built-in text at a time in other words, which small and slow models can.',
    schema: z.enum(['structured', 'plain']),
    default: 'structured',
  },
  LLM_TIMEOUT_SECONDS: {
    doc: 'Longest wait for one answer of the language model; then the built-in writer stands in.',
    schema: wholeNumber(1, 600),
    default: '30',
  },
  LLM_INPUT_PRICE_PER_MILLION: {
    doc: 'Price of a million input tokens, for the cost count.',
    schema: price,
    default: '0',
  },
  LLM_OUTPUT_PRICE_PER_MILLION: {
    doc: 'Price of a million output tokens, for the cost count.',
    schema: price,
    default: '0',
  },
  METRICS_TOKEN: {
    doc: 'Token that opens `/metrics`, at least 16 characters, sent as `Authorization: Bearer ...`. Without it: `/metrics` answers only to this machine, and not through a proxy.',
    schema: z.string().min(16, { error: 'must have at least 16 characters' }),
  },
  METRICS_PORT: {
    doc: 'Port that serves `/metrics` in plain HTTP besides, for workers and for networks without TLS. Off without it.',
    schema: wholeNumber(0, 65_535),
  },
  METRICS_HOST: {
    doc: 'Address to listen on for METRICS_PORT.',
    schema: z.string(),
    default: '127.0.0.1',
  },
  LOG_LEVEL: {
    doc: 'Least level of log lines: `trace`, `debug`, `info`, `warn`, `error` or `silent`.',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    default: 'info',
  },
} as const satisfies Record<string, Setting>

interface Setting {
  doc: string
  schema: z.ZodType<unknown, string>
  default?: string
  /** How the documentation states a default that depends on the machine. */
  defaultDoc?: string
}

type Settings = typeof settings
/** The settings by their environment names; those without a default may be undefined. */
export type Config = {
  [Name in keyof Settings]: Settings[Name] extends { default: string }
    ? z.output<Settings[Name]['schema']>
    : z.output<Settings[Name]['schema']> | undefined
}

/** Says every setting at fault at once, without its value: it may be a secret. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the settings; empty values count as absent. Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const config: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, setting] of Object.entries<Setting>(settings)) {
    const text = env[name] || setting.default
    const parsed = text === undefined ? { success: true as const, data: undefined } : setting.schema.safeParse(text)
    if (parsed.success) config[name] = parsed.data
    else problems.push(`${name} ${parsed.error.issues.map((issue) => issue.message).join('; ')}`)
  }
  if (Boolean(config.TLS_CERT) !== Boolean(config.TLS_KEY)) problems.push('TLS_CERT and TLS_KEY go together: set both')
  if (Boolean(config.LLM_BASE_URL) !== Boolean(config.LLM_MODEL))
    problems.push('LLM_BASE_URL and LLM_MODEL go together: set both')
  if (problems.length > 0) throw new ConfigError(`Settings at fault:\n${problems.map((p) => `  ${p}`).join('\n')}`)
  return config as Config
}
