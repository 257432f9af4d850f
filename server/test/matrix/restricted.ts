import type { NodeName } from '../../src/graphql/global-id.ts'
import { makeWorld, type World } from '../whole-world.ts'
import type { Reader } from './readers.ts'
import { type Asker, askersOf, fillIn, type Making, type Stage, uuid } from './stage.ts'

/** The types of what is of a fiche, and hidden with it. */
export const OF_FICHE = [
  'Fiche',
  'Placement',
  'LigneBudget',
  'LigneFinanceur',
  'NoteSuivi',
  'MesureLiee',
  'Lien',
  'Fil',
  'Commentaire',
] as const satisfies readonly NodeName[]

/** Those who ask besides everybody: a lecteur who pilots the fiches themselves; an admin who sees as that lecteur, or as another. */
export const BESIDES = {
  'lecteur pilote': true,
  'en tant que le lecteur pilote': true,
  'en tant qu’un autre lecteur': false,
} as const satisfies Record<string, boolean>

export type Besides = keyof typeof BESIDES

/**
 * Who sees a fiche that is restricted, in a plan that its collectivité reads, of those who pilot it by a service at most: neither their role nor
 * what a grant on the plan gives them counts.
 */
export const restrictedReaders = (reader: Reader): boolean =>
  (reader.is === 'membre' && reader.role === 'ADMIN') || (reader.is === 'key' && reader.scope === 'LIRE_TOUT')

interface RestrictedStage {
  world: World
  asker: Stage['asker']
  besides: Record<Besides, Asker>
}

/** A world whose plans its collectivité reads, and whose fiches are all restricted. */
export async function makeRestrictedStage({ app, make, prisma }: Making): Promise<RestrictedStage> {
  const collectivite = await make.collectivite()
  const world = await makeWorld({ make, prisma }, { mark: 'Bruyère', collectivite })
  await fillIn({ prisma, world })
  const collectiviteId = collectivite.id
  await prisma.fiche.updateMany({ where: { collectiviteId, parentId: null }, data: { restreinte: true } })
  const asker = await askersOf({ app, make, prisma, collectivite, worlds: [world] })
  const [pilote, other] = [
    await make.membre({ collectivite, role: 'LECTEUR' }),
    await make.membre({ collectivite, role: 'LECTEUR' }),
  ]
  const { id: personneId } = await prisma.personne.findFirstOrThrow({ where: { membre: { userId: pilote.user.id } } })
  const fiches = await prisma.fiche.findMany({ where: { collectiviteId, parentId: null }, select: { id: true } })
  await prisma.fichePilote.createMany({
    data: fiches.map(({ id: ficheId }) => ({ ficheId, personneId, collectiviteId })),
  })
  const membreOf = ({ viewer }: typeof pilote) => viewer.memberships[0]?.membreId ?? ''
  return {
    world,
    asker,
    besides: {
      'lecteur pilote': { cookie: await app.signIn(pilote.user) },
      'en tant que le lecteur pilote': { ...asker('admin'), seeingAs: membreOf(pilote) },
      'en tant qu’un autre lecteur': { ...asker('admin'), seeingAs: membreOf(other) },
    },
  }
}

/** Of each type one, that stands for the others: of fiches, a sous-action too. */
export function someOfFiche(type: (typeof OF_FICHE)[number], { ids }: World): string[] {
  return type === 'Fiche' ? [ids.Fiche[0] ?? '', ids.Fiche[3] ?? ''] : ids[type].slice(0, 1)
}

/** The plan that holds them, as somebody reads it. */
export const heldBy = ({ ids }: World): string =>
  `{ plan(uuid: "${uuid(ids.Plan[0])}") { fichesCount placements(first: 9) { edges { cursor } } } }`
