import { Ouverture } from '@pupitre/prisma'
import { z } from 'zod'
import { emailSchema } from '../invitation/invitation-rules.ts'
import { serviceNomSchema } from '../service/service-rules.ts'

/** Grants on one plan or one fiche: several times the services of a middling authority. */
export const MAX_OCTROIS = 100

/** What a grant is on. */
const onSchema = z.union([z.object({ planId: z.guid() }), z.object({ ficheId: z.guid() })])

/** To whom: a member, or a service, of the collectivité; an address; or a service of another, by its SIREN and the service's name. */
const beneficiaireSchema = z
  .object({
    membreId: z.guid().optional(),
    serviceId: z.guid().optional(),
    email: emailSchema.optional(),
    serviceAilleurs: z.object({ siren: z.string(), nom: serviceNomSchema }).optional(),
  })
  .refine((beneficiaire) => Object.values(beneficiaire).filter((named) => named !== undefined).length === 1, {
    error: 'Désignez une personne ou un service, d’une seule façon.',
    params: { code: 'BENEFICIAIRE_UNNAMED' },
  })

export const grantSchema = z.object({ on: onSchema, beneficiaire: beneficiaireSchema, niveau: z.enum(Ouverture) })

export const revocationSchema = z.object({ on: onSchema, octroiId: z.guid() })

export type NewOctroi = z.input<typeof grantSchema>
export type Revocation = z.input<typeof revocationSchema>
export type OctroiOn = z.output<typeof onSchema>
export type Beneficiaire = z.output<typeof beneficiaireSchema>
