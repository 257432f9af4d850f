import { Periodicite } from '@pupitre/prisma'
import { z } from 'zod'
import { oneLine, severalLines } from '../one-line.ts'
import { normaliseNom } from '../service/normalise-nom.ts'

/** An indicateur's name fits one line of a list. */
export const MAX_INDICATEUR_NOM_CHARACTERS = 300

/** How it is computed and where it comes from: a page of text. */
export const MAX_INDICATEUR_DESCRIPTION_CHARACTERS = 5000

/** « tCO₂e », « kWh/m²/an »…: what fits beside a number. */
export const MAX_UNITE_CHARACTERS = 40

/** Indicateurs of one collectivité: several times the largest référentiels. */
export const MAX_INDICATEURS = 2000

/** Indicateurs linked to one fiche or one axe: they are listed whole. */
export const MAX_LINKED_INDICATEURS = 100

/** Fiches, or axes, that one indicateur is linked to: more than the largest plan seen has (209 fiches). */
export const MAX_LINKS_OF_INDICATEUR = 500

const nom = z
  .string()
  .transform((text) => oneLine(text).replaceAll(/\s+/g, ' '))
  .refine((text) => normaliseNom(text) !== '', {
    error: 'Donnez un nom à cet indicateur.',
    params: { code: 'NOM_EMPTY' },
  })
  .refine((text) => [...text].length <= MAX_INDICATEUR_NOM_CHARACTERS, {
    error: `Le nom d’un indicateur tient en ${MAX_INDICATEUR_NOM_CHARACTERS} caractères.`,
    params: { code: 'NOM_TOO_LONG' },
  })

const description = z
  .string()
  .transform(severalLines)
  .refine((text) => [...text].length <= MAX_INDICATEUR_DESCRIPTION_CHARACTERS, {
    error: `La définition d’un indicateur tient en ${MAX_INDICATEUR_DESCRIPTION_CHARACTERS} caractères.`,
    params: { code: 'DESCRIPTION_TOO_LONG' },
  })

const unite = z
  .string()
  .transform((text) => oneLine(text).replaceAll(/\s+/g, ' '))
  .refine((text) => [...text].length <= MAX_UNITE_CHARACTERS, {
    error: `Une unité tient en ${MAX_UNITE_CHARACTERS} caractères.`,
    params: { code: 'UNITE_TOO_LONG' },
  })

const fields = { nom, description, unite, periodicite: z.enum(Periodicite) }

export const newIndicateurSchema = z.object({
  collectiviteId: z.guid(),
  nom,
  description: description.default(''),
  unite: unite.default(''),
  periodicite: fields.periodicite.default('ANNUELLE'),
})

export type NewIndicateur = z.input<typeof newIndicateurSchema>

/** Only what is named changes. */
export const indicateurChangesSchema = z.object({ id: z.guid(), ...fields }).partial({
  nom: true,
  description: true,
  unite: true,
  periodicite: true,
})

export type IndicateurChanges = z.input<typeof indicateurChangesSchema>
