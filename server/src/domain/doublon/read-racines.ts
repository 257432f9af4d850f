import { z } from 'zod'
import type { Racines } from './empreinte.ts'
import { motsOf } from './mots.ts'
import type { Reading } from './read-compared.ts'

const racineRow = z.object({ forme: z.string(), racine: z.string().nullable() })

/** The roots of all the words of texts, in one statement. */
export async function readRacines(
  { prisma }: Pick<Reading, 'prisma'>,
  textes: readonly { titre: string; texte: string }[],
): Promise<Racines> {
  const formes = new Set(
    textes.flatMap(({ titre, texte }) => [...motsOf(titre), ...motsOf(texte)].map(({ forme }) => forme)),
  )
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT forme, (ts_lexize('french_stem', forme))[1] AS racine FROM unnest(${[...formes]}::text[]) AS forme`
  return new Map(rows.map((row) => racineRow.parse(row)).map(({ forme, racine }) => [forme, racine]))
}
