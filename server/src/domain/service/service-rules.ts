import { z } from 'zod'
import { oneLine } from '../one-line.ts'
import { normaliseNom } from './normalise-nom.ts'

/** A service's name fits one line of a list. */
export const MAX_SERVICE_NOM_CHARACTERS = 200

/** Services named at once: more than the largest region has. */
export const MAX_NAMED_SERVICES = 1000

export const serviceNomSchema = z
  .string()
  .transform((nom) => oneLine(nom).replaceAll(/\s+/g, ' '))
  .refine((nom) => normaliseNom(nom) !== '', {
    error: 'Donnez un nom à ce service.',
    params: { code: 'NOM_EMPTY' },
  })
  .refine((nom) => [...nom].length <= MAX_SERVICE_NOM_CHARACTERS, {
    error: `Le nom d’un service tient en ${MAX_SERVICE_NOM_CHARACTERS} caractères.`,
    params: { code: 'NOM_TOO_LONG' },
  })

export const namedServicesSchema = z.object({
  collectiviteId: z.guid(),
  noms: z.array(serviceNomSchema).max(MAX_NAMED_SERVICES, `On nomme au plus ${MAX_NAMED_SERVICES} services à la fois.`),
})

export type NamedServices = z.input<typeof namedServicesSchema>
