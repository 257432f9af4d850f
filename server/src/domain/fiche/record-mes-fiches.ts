import type { Prisma } from '@pupitre/prisma'
import type { UseCase } from '../use-case.ts'

type Recording = Pick<UseCase, 'tx' | 'record'>

/** Tells those who have fiches among theirs (pilotes, référents, members of their services) that these changed. */
export async function recordMesFiches({ tx, record }: Recording, ficheIds: readonly string[]): Promise<void> {
  if (ficheIds.length === 0) return
  const some = { some: { ficheId: { in: [...ficheIds] } } }
  await tell({ tx, record }, concerned(some), ficheIds)
}

/** Tells members that a fiche, or some, are no longer among theirs: it may be one that they cannot read any more. */
export async function recordMesFichesGone(
  { tx, record }: Recording,
  membres: Prisma.MembreWhereInput | { ficheIds: readonly string[] },
): Promise<void> {
  if (!('ficheIds' in membres)) return tell({ tx, record }, [membres], null)
  const { ficheIds } = membres
  if (ficheIds.length === 0) return
  // Of one that was restricted, its pilotes and those whom a grant on it names only: the others did not see it.
  const open = { some: { ficheId: { in: [...ficheIds] }, fiche: { restreinte: false } } }
  const pilotes = { personne: { fichesPilotees: { some: { ficheId: { in: [...ficheIds] } } } } }
  const octrois = { some: { ficheId: { in: [...ficheIds] } } }
  const named: Prisma.MembreWhereInput = {
    OR: [{ octrois }, { services: { some: { service: { octrois } } } }],
    AND: { OR: concerned({ some: { ficheId: { in: [...ficheIds] } } }) },
  }
  await tell({ tx, record }, [...concerned(open), pilotes, named], null)
}

interface OfFiches {
  some: { ficheId: { in: string[] }; fiche?: { restreinte: boolean } }
}

function concerned(some: OfFiches): Prisma.MembreWhereInput[] {
  return [
    { personne: { fichesPilotees: some } },
    { personne: { fichesSuivies: some } },
    { services: { some: { service: { fiches: some } } } },
  ]
}

async function tell(
  { tx, record }: Recording,
  membres: Prisma.MembreWhereInput[],
  ficheIds: readonly string[] | null,
): Promise<void> {
  const found = await tx.membre.findMany({ where: { OR: membres }, select: { userId: true } })
  for (const userId of new Set(found.map((membre) => membre.userId))) {
    record.change({ kind: 'mesFiches', userId, ficheIds })
  }
}
