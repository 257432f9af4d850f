import type { LabelGenre } from '@pupitre/prisma'
import type { Tx } from '../transaction.ts'

/** The GraphQL field of `Fiche` that shows the labels of each genre. */
export const FIELD_OF_GENRE = {
  STRUCTURE: 'structures',
  PARTENAIRE: 'partenaires',
  INSTANCE_GOUVERNANCE: 'instancesGouvernance',
  TAG: 'tags',
  FINANCEUR: 'financeurs',
} as const satisfies Record<LabelGenre, string>

/** The fiches that bear one of these labels, themselves or in a ligne de financeur; each once. */
export async function fichesBearing(tx: Tx, labelIds: readonly string[]): Promise<string[]> {
  const fiches = await tx.fiche.findMany({
    where: {
      OR: [
        { labels: { some: { labelId: { in: [...labelIds] } } } },
        { lignesFinanceur: { some: { financeurs: { some: { labelId: { in: [...labelIds] } } } } } },
      ],
    },
    select: { id: true },
  })
  return fiches.map(({ id }) => id)
}
