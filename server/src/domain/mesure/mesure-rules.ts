import { z } from 'zod'
import { oneLine } from '../one-line.ts'

/** Measures that one fiche refers to. */
export const MAX_MESURES = 100

/** « cae 3.1.2 » and its like. */
export const MAX_MESURE_CODE_CHARACTERS = 50

/** A measure's title fits two lines. */
export const MAX_MESURE_TITRE_CHARACTERS = 300

function line(maxCharacters: number) {
  return z
    .string()
    .transform((text) => oneLine(text).replaceAll(/\s+/g, ' '))
    .refine((text) => [...text].length <= maxCharacters, {
      error: `Ce texte tient en ${maxCharacters} caractères.`,
      params: { code: 'MESURE_TOO_LONG' },
    })
}

export const newMesureSchema = z
  .object({
    ficheId: z.guid(),
    code: line(MAX_MESURE_CODE_CHARACTERS),
    titre: line(MAX_MESURE_TITRE_CHARACTERS),
  })
  .refine(({ code, titre }) => code !== '' || titre !== '', {
    error: 'Donnez le code ou le titre de la mesure.',
    path: ['titre'],
    params: { code: 'MESURE_EMPTY' },
  })

export type NewMesure = z.input<typeof newMesureSchema>
