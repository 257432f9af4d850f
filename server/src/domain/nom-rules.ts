import { z } from 'zod'
import { oneLine } from './one-line.ts'
import { normaliseNom } from './service/normalise-nom.ts'

/** What a name given by hand may be: spaces tidied, something to read in it, and no longer than its list can show. */
export function nomSchema({ what, maxCharacters }: { what: string; maxCharacters: number }) {
  return z
    .string()
    .transform((nom) => oneLine(nom).replaceAll(/\s+/g, ' '))
    .refine((nom) => normaliseNom(nom) !== '', { error: `Donnez un nom ${what}.`, params: { code: 'NOM_EMPTY' } })
    .refine((nom) => [...nom].length <= maxCharacters, {
      error: `Un nom tient ici en ${maxCharacters} caractères.`,
      params: { code: 'NOM_TOO_LONG' },
    })
}
