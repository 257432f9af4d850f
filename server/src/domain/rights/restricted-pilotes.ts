import type { Prisma } from '@pupitre/prisma'

/** Those among these members who pilot a restricted fiche. The others may read what anybody of their role may. */
export async function pilotesOfRestricted(
  prisma: Pick<Prisma.TransactionClient, 'personne'>,
  membreIds: readonly string[],
): Promise<Set<string>> {
  const found = await prisma.personne.findMany({
    where: { membreId: { in: [...membreIds] }, fichesPilotees: { some: { fiche: { restreinte: true } } } },
    select: { membreId: true },
  })
  return new Set(found.flatMap(({ membreId }) => membreId ?? []))
}
