import { ApiScope } from '@pupitre/prisma'
import { z } from 'zod'
import { nomSchema } from '../nom-rules.ts'

export const DAY_MS = 24 * 3_600_000

/** Keys of a collectivité that are not revoked: one for each program that asks, and some to spare. */
export const MAX_API_KEYS = 20

/** Of those that are revoked, how many are told: the last ones, by which one finds what a program that is refused shows. */
export const TOLD_REVOKED_API_KEYS = 20

/** A year, and the day more that some have: whoever forgets a key is not known by it for ever. */
export const MAX_LIFETIME_DAYS = 366

/** How long a new key holds when nothing is said. */
export const LIFETIME_DAYS = 365

/** Longest that a secret is still taken once another replaces it. */
export const MAX_OVERLAP_DAYS = 30

/** How long it is when nothing is said: a week to give programs the new one. */
export const OVERLAP_DAYS = 7

const expirySchema = z
  .date()
  .refine((at) => at.getTime() > Date.now(), {
    error: 'Cette date est passée : choisissez-en une à venir.',
    params: { code: 'EXPIRY_PAST' },
  })
  .refine((at) => at.getTime() <= Date.now() + MAX_LIFETIME_DAYS * DAY_MS, {
    error: 'Une clé vaut un an au plus : choisissez une date plus proche, et renouvelez la clé d’ici là.',
    params: { code: 'EXPIRY_TOO_FAR' },
  })

export const newApiKeySchema = z.object({
  collectiviteId: z.guid(),
  nom: nomSchema({ what: 'à cette clé', maxCharacters: 80 }),
  scopes: z
    .array(z.enum(ApiScope))
    .transform((scopes) => Object.values(ApiScope).filter((scope) => scopes.includes(scope)))
    .refine((scopes) => scopes.length > 0, {
      error: 'Choisissez ce que cette clé permet.',
      params: { code: 'SCOPES_EMPTY' },
    }),
  expiresAt: expirySchema.optional(),
})

export const rotationSchema = z.object({
  apiKeyId: z.guid(),
  overlapDays: z
    .int()
    .min(0, { error: 'Donnez un nombre de jours, zéro ou plus.' })
    .max(MAX_OVERLAP_DAYS, { error: `L’ancien secret vaut encore ${MAX_OVERLAP_DAYS} jours au plus.` })
    .default(OVERLAP_DAYS),
  expiresAt: expirySchema.optional(),
})

export type NewApiKey = z.input<typeof newApiKeySchema>
export type Rotation = z.input<typeof rotationSchema>
