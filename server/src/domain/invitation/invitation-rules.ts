import { Role } from '@pupitre/prisma'
import { z } from 'zod'

/** A colleague who is away for a week still finds it open. */
export const INVITATION_LIFETIME_MS = 7 * 24 * 3_600_000

/** Addresses invited at once: the whole of a middling authority. */
export const MAX_INVITED = 100

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'Cette adresse est trop longue.' })
  .pipe(z.email({ error: 'Cette adresse est incomplète.' }))

const ids = z.array(z.guid()).max(100, { error: '100 au plus.' })

export const invitationsSchema = z.object({
  collectiviteId: z.guid(),
  role: z.enum(Role),
  serviceIds: ids,
  invites: z
    .array(z.object({ email: emailSchema, personneIds: ids }))
    .min(1, { error: 'Donnez une adresse au moins.' })
    .max(MAX_INVITED, { error: `On invite au plus ${MAX_INVITED} personnes à la fois.` })
    .superRefine((invites, context) => {
      const seen = new Set<string>()
      for (const [index, { email: address }] of invites.entries()) {
        if (seen.has(address)) {
          context.addIssue({
            code: 'custom',
            path: [index, 'email'],
            message: `${address} est donnée deux fois.`,
            params: { code: 'EMAIL_TWICE' },
          })
        }
        seen.add(address)
      }
    }),
})

export type NewInvitations = z.input<typeof invitationsSchema>
