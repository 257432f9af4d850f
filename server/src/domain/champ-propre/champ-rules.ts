import { ChampPropreType } from '@pupitre/prisma'
import { z } from 'zod'
import { daySchema } from '../day.ts'
import { nomSchema } from '../nom-rules.ts'
import { severalLines } from '../one-line.ts'

/** Fields that one plan adds: more than that is another form. */
export const MAX_CHAMPS = 30

/** Answers that one field offers. */
export const MAX_CHOIX = 50

/** A field's name is the label of a form. */
export const MAX_CHAMP_NOM_CHARACTERS = 100

/** A few lines: longer texts have the live ones. */
export const MAX_CHAMP_TEXTE_CHARACTERS = 2000

export const champNomSchema = nomSchema({ what: 'à ce champ', maxCharacters: MAX_CHAMP_NOM_CHARACTERS })
export const choixNomSchema = nomSchema({ what: 'à ce choix', maxCharacters: MAX_CHAMP_NOM_CHARACTERS })

export const newChampSchema = z.object({ planId: z.guid(), nom: champNomSchema, type: z.enum(ChampPropreType) })

const texte = z
  .string()
  .transform(severalLines)
  .refine((text) => text !== '', { error: 'Ce texte est vide.', params: { code: 'VALEUR_EMPTY' } })
  .refine((text) => [...text].length <= MAX_CHAMP_TEXTE_CHARACTERS, {
    error: `Ce texte tient en ${MAX_CHAMP_TEXTE_CHARACTERS} caractères.`,
    params: { code: 'VALEUR_TOO_LONG' },
  })
const nombre = z
  .string()
  .regex(/^-?\d{1,15}(?:\.\d{1,6})?$/, { error: 'Un nombre a 15 chiffres et 6 décimales au plus.' })

/** The one value that each type of field takes; null empties it. */
export const VALEUR_SCHEMAS = {
  TEXTE: z.object({ texte }),
  NOMBRE: z.object({ nombre }),
  DATE: z.object({ date: daySchema }),
  CHOIX: z.object({ choixId: z.guid() }),
} as const satisfies Record<ChampPropreType, z.ZodType>

export const valeurInputSchema = z.object({
  ficheId: z.guid(),
  champId: z.guid(),
  texte: z.string().nullish(),
  nombre: z.string().nullish(),
  date: z.string().nullish(),
  choixId: z.guid().nullish(),
})

export type NewChamp = z.input<typeof newChampSchema>
export type ValeurInput = z.input<typeof valeurInputSchema>
