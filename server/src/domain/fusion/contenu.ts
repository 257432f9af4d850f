import type { Prisma } from '@pupitre/prisma'
import type { Tx } from '../transaction.ts'

const GRANTEE = { membreId: true, serviceId: true, email: true, niveau: true } as const

/** What of a fiche a merge looks at, beside its sets and its texts. What the corbeille holds of it stays with it. */
const CONTENU = {
  id: true,
  collectiviteId: true,
  titre: true,
  parentId: true,
  restreinte: true,
  calendrier: true,
  participationDetail: true,
  pilotes: { select: { personne: { select: { membreId: true } } } },
  octrois: { select: GRANTEE },
  placements: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: {
      axe: { select: { suppressionId: true } },
      plan: {
        select: {
          visibilite: true,
          suppressionId: true,
          octrois: { select: { ...GRANTEE, service: { select: { collectiviteId: true } } } },
        },
      },
    },
  },
  mesuresLiees: true,
  lignesBudget: true,
  lignesFinanceur: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: { financeurs: true } },
  notesSuivi: { where: { suppressionId: null }, orderBy: [{ date: 'asc' }, { id: 'asc' }] },
  valeursPropres: { include: { champ: { select: { nom: true } }, choix: { select: { nom: true } } } },
  indicateurs: { where: { indicateur: { suppressionId: null } } },
  liens: true,
  liensInverses: true,
  doublonsEcartes: true,
  doublonsEcartesInverses: true,
  sousActions: {
    where: { suppressionId: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true },
  },
} as const satisfies Prisma.FicheSelect

export type Contenu = Prisma.FicheGetPayload<{ select: typeof CONTENU }>

/** What a fiche holds now. Its row is locked, or it is to be shown what a merge would do. */
export function readContenu(tx: Tx, ficheId: string): Promise<Contenu> {
  return tx.fiche.findUniqueOrThrow({ where: { id: ficheId }, select: CONTENU })
}

/** The places of a fiche which hold it: neither their plan nor their axe is in the corbeille. */
export function livePlaces({ placements }: Contenu): Contenu['placements'] {
  return placements.filter(({ plan, axe }) => plan.suppressionId === null && !axe?.suppressionId)
}
