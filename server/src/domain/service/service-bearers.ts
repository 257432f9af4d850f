import type { Tx } from '../transaction.ts'

/** What names services: fiches, deleted ones too; plans and fiches to which they are given access; people of theirs. */
export interface NamedBy {
  ficheIds: string[]
  /** Of any collectivité. */
  octrois: { planId: string | null; ficheId: string | null }[]
  userIds: string[]
}

/** What names some services, each once. */
export async function namedByServices(tx: Tx, serviceIds: readonly string[]): Promise<NamedBy> {
  const named = { serviceId: { in: [...serviceIds] } }
  const fiches = await tx.ficheService.findMany({
    where: named,
    select: { ficheId: true },
    distinct: ['ficheId'],
  })
  const octrois = await tx.octroi.findMany({
    where: named,
    select: { planId: true, ficheId: true },
    distinct: ['planId', 'ficheId'],
  })
  const membres = await tx.membre.findMany({ where: { services: { some: named } }, select: { userId: true } })
  return { ficheIds: fiches.map(({ ficheId }) => ficheId), octrois, userIds: membres.map(({ userId }) => userId) }
}
