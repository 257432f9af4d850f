import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { POINTS_PER_MINUTE } from './graphql/limits/query-limits.ts'

/** From the most to the least that is told. */
const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const

/** What the environment says, checked. Everything else of the server is told these, and never reads the environment. */
export interface Config {
  /** TCP port; 0 lets the system choose. */
  port: number
  host: string
  /** Absolute. Holds the embedded database, the generated secret, files. */
  dataDir: string
  /** null: the embedded PostgreSQL. */
  databaseUrl: string | null
  /** How the processes of one Pupitre hear each other; null: this one is alone. */
  redisUrl: string | null
  /** Address that people use, without a trailing slash; null: the one that the server listens on. */
  publicUrl: string | null
  /** Addresses whose X-Forwarded-* headers are believed: false none, true any, or a list of addresses and networks. */
  trustProxy: boolean | string[]
  /** Signs sessions. null: generated into dataDir, which only the embedded database allows. */
  authSecret: string | null
  /** The mail server, with its user and password if it asks for them; null: messages become files in `dataDir/outbox`. */
  smtpUrl: string | null
  /** Who messages come from; null: Pupitre, at the public address's name. */
  mailFrom: string | null
  /** Where those who use the application write to be helped; null: no link is shown. */
  supportEmail: string | null
  /** Whether webhooks may be told on this machine, in clear: for development and tests. */
  webhooksLoopback: boolean
  /** How long the journal keeps an entry, in years. */
  journalYears: number
  /** The least serious that the log tells. */
  logLevel: (typeof LOG_LEVELS)[number]
  /** What one person may ask of the API in a minute; null: as much as they like. */
  pointsPerMinute: number | null
  /** Whether the demo's data is loaded and its accounts may sign in. */
  demo: boolean
}

/** The environment is wrong. One line per problem, for the person who starts the server. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`Configuration incorrecte :\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

// Shorter ones can be guessed from one session cookie.
const MIN_SECRET_CHARACTERS = 32

// The largest operation must fit into the budget.
const MIN_POINTS = 100_000

const url = (...schemes: string[]): z.ZodType<string> =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
    error: `attendu une adresse ${schemes.map((scheme) => `${scheme}://…`).join(' ou ')}`,
  })

const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

// A network that holds every address (`/0`) is what 1 says, and the library that reads this refuses it.
const proxy = address.refine((value) => !value.endsWith('/0'))

const trustProxy = z
  .string()
  .transform(readTrustProxy)
  .refine((value) => typeof value === 'boolean' || value.every((each) => proxy.safeParse(each).success), {
    error: 'attendu 0, 1, ou des adresses et des réseaux séparés par des virgules (par exemple 10.0.0.0/8)',
  })

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'attendu un nombre de 0 à 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'attendu un nombre de 0 à 65535' })
    .default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default(resolve(REPOSITORY, 'data')),
  DATABASE_URL: url('postgresql', 'postgres').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  PUBLIC_URL: url('https', 'http').optional(),
  TRUST_PROXY: trustProxy.default(false),
  AUTH_SECRET: z
    .string()
    .min(MIN_SECRET_CHARACTERS, { error: `attendu au moins ${MIN_SECRET_CHARACTERS} caractères tirés au hasard` })
    .optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, {
      error: 'attendu une adresse, nom@exemple.fr ou Nom <nom@exemple.fr>',
    })
    .optional(),
  SUPPORT_EMAIL: z.email({ error: 'attendu une adresse, nom@exemple.fr' }).optional(),
  WEBHOOKS_LOOPBACK: z.enum(['0', '1'], { error: 'attendu 0 ou 1' }).optional(),
  JOURNAL_YEARS: z
    .string()
    .regex(/^[1-9]\d?$/, { error: 'attendu un nombre d’années, de 1 à 99' })
    .transform(Number)
    .default(10),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `attendu l’un de ${LOG_LEVELS.join(', ')}` }).default('info'),
  API_POINTS_PER_MINUTE: z
    .string()
    .regex(/^\d{1,9}$/, { error: `attendu 0, ou un nombre d’au moins ${MIN_POINTS}` })
    .transform(Number)
    .refine((points) => points === 0 || points >= MIN_POINTS, {
      error: `attendu 0, ou un nombre d’au moins ${MIN_POINTS}`,
    })
    .default(POINTS_PER_MINUTE),
  DEMO: z.enum(['0', '1'], { error: 'attendu 0 ou 1' }).optional(),
})

/** Reads the environment; empty values count as absent. @throws ConfigError with every problem at once */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  const problems = parsed.error?.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}`) ?? []
  // Told with the other problems, even when some of them kept the rest from being read.
  if (given.DATABASE_URL !== undefined && given.AUTH_SECRET === undefined) {
    problems.push('AUTH_SECRET : nécessaire avec DATABASE_URL (par exemple : openssl rand -base64 32)')
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: values.TRUST_PROXY,
    authSecret: values.AUTH_SECRET ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? null,
    supportEmail: values.SUPPORT_EMAIL ?? null,
    webhooksLoopback: values.WEBHOOKS_LOOPBACK === '1',
    journalYears: values.JOURNAL_YEARS,
    logLevel: values.LOG_LEVEL,
    pointsPerMinute: values.API_POINTS_PER_MINUTE === 0 ? null : values.API_POINTS_PER_MINUTE,
    demo: values.DEMO === undefined ? demoByDefault(values) : values.DEMO === '1',
  }
}

function readTrustProxy(value: string): boolean | string[] {
  if (value === '0' || value === 'false') return false
  if (value === '1' || value === 'true') return true
  return value.split(',').map((address) => address.trim())
}

/** The demo's password is public: it is loaded unasked only where nobody else can reach the server. */
function demoByDefault({ DATABASE_URL, HOST }: { DATABASE_URL?: string | undefined; HOST: string }): boolean {
  return DATABASE_URL === undefined && ['127.0.0.1', '::1', 'localhost'].includes(HOST)
}
