import type { Prisma } from '@pupitre/prisma'

/** Those among these members who pilot a restricted fiche. The others may read what anybody of their role may. */
export function pilotesOfRestricted(prisma: Database, membreIds: readonly string[]): Promise<Set<string>> {
  return pilotes(prisma, membreIds, { fiche: { restreinte: true } })
}

/** Those among these members who pilot any fiche. The others may change what anybody of their role and services may. */
export function pilotesOfSomething(prisma: Database, membreIds: readonly string[]): Promise<Set<string>> {
  return pilotes(prisma, membreIds, {})
}

type Database = Pick<Prisma.TransactionClient, 'personne'>

async function pilotes(
  prisma: Database,
  membreIds: readonly string[],
  some: Prisma.FichePiloteWhereInput,
): Promise<Set<string>> {
  const found = await prisma.personne.findMany({
    where: { membreId: { in: [...membreIds] }, fichesPilotees: { some } },
    select: { membreId: true },
  })
  return new Set(found.flatMap(({ membreId }) => membreId ?? []))
}
