import { randomUUID } from 'node:crypto'
import { decodeGlobalID } from '@pothos/plugin-relay'
import type { Collectivite, PlanVisibilite, PrismaClient, Service } from '@pupitre/prisma'
import { LEVELS } from '../../src/domain/rights/acts.ts'
import type { Factories } from '../factories.ts'
import type { GraphqlApp } from '../graphql-app.ts'
import { makeWorld, type World } from '../whole-world.ts'
import { MARKS } from './marks.ts'
import { READERS, VISIBILITES, WHO, type Who } from './readers.ts'

/** How somebody asks: by their session, or by a key. */
export interface Asker {
  cookie?: string
  apiKey?: string
  /** The member as whom they see. */
  seeingAs?: string
}

/** One collectivité with something of everything, once for each visibility of a plan; and those who ask. */
export interface Stage {
  collectivite: Collectivite
  worlds: Record<PlanVisibilite, World>
  /** The uuid of what was merged into the first fiche of each world. */
  merged: Record<PlanVisibilite, string>
  asker: (who: Who) => Asker
}

export interface Making {
  app: GraphqlApp
  make: Factories
  prisma: PrismaClient
}

export const uuid = (globalId = ''): string => decodeGlobalID(globalId).id

export async function makeStage({ app, make, prisma }: Making): Promise<Stage> {
  const collectivite = await make.collectivite()
  const worldOf = async (visibilite: PlanVisibilite) => {
    const world = await makeWorld(
      { make, prisma },
      { mark: MARKS[visibilite], commun: `commun ${VISIBILITES.indexOf(visibilite)}`, collectivite },
    )
    const planIds = world.ids.Plan.map(uuid)
    await prisma.plan.updateMany({ where: { id: { in: planIds } }, data: { visibilite } })
    await fillIn({ prisma, world })
    return world
  }
  const worlds = {
    PUBLIC: await worldOf('PUBLIC'),
    COLLECTIVITE: await worldOf('COLLECTIVITE'),
    RESTREINT: await worldOf('RESTREINT'),
  }
  const merged = {
    PUBLIC: await mergeInto({ prisma, world: worlds.PUBLIC }),
    COLLECTIVITE: await mergeInto({ prisma, world: worlds.COLLECTIVITE }),
    RESTREINT: await mergeInto({ prisma, world: worlds.RESTREINT }),
  }
  const asker = await askersOf({ app, make, prisma, collectivite, worlds: Object.values(worlds) })
  return { collectivite, worlds, merged, asker }
}

interface Asking extends Making {
  collectivite: Collectivite
  worlds: readonly World[]
}

/** Everybody who asks about the plans of some worlds of a collectivité. */
export async function askersOf({ app, make, prisma, collectivite, worlds }: Asking): Promise<Stage['asker']> {
  const piloting = await servicesOf({ prisma, worlds })
  const other = await make.service({ collectivite })
  const askers = new Map<Who, Asker>()
  for (const who of WHO) askers.set(who, await askerOf(who))
  return (who) => {
    const found = askers.get(who)
    if (!found) throw new Error('everybody asks')
    return found
  }

  async function askerOf(who: Who): Promise<Asker> {
    if (who === 'anonyme') return {}
    const reader = READERS[who]
    if (reader.is === 'outside') return { cookie: await app.signIn((await make.membre({ role: 'ADMIN' })).user) }
    if (reader.is === 'key') return { apiKey: (await make.apiKey({ collectivite, scopes: [reader.scope] })).secret }
    if (reader.is === 'membre') {
      const { user } = await make.membre({
        collectivite,
        role: reader.role,
        services: reader.pilots ? piloting : [other],
      })
      return { cookie: await app.signIn(user) }
    }
    const theirs = await make.service()
    const ailleurs = await prisma.collectivite.findUniqueOrThrow({ where: { id: theirs.collectiviteId } })
    const { user } = await make.membre({ collectivite: ailleurs, role: 'LECTEUR', services: [theirs] })
    const niveau = LEVELS.find((level) => level === reader.niveau) ?? 'LIRE'
    const plans = worlds.flatMap(({ ids }) => ids.Plan.map(uuid))
    await prisma.octroi.createMany({
      data: plans.map((planId) => ({ planId, collectiviteId: collectivite.id, serviceId: theirs.id, niveau })),
    })
    return { cookie: await app.signIn(user) }
  }
}

/** Those of the worlds: each pilots every fiche of its own. */
async function servicesOf({ prisma, worlds }: Pick<Asking, 'prisma' | 'worlds'>): Promise<Service[]> {
  const ids = worlds.flatMap((world) => world.ids.Service.map(uuid))
  return prisma.service.findMany({ where: { id: { in: ids }, fiches: { some: {} } } })
}

/** What a world leaves empty, so that nothing is shown to be hidden by having nothing to show. */
export async function fillIn({
  prisma,
  world: { ids, collectivite },
}: {
  prisma: PrismaClient
  world: World
}): Promise<void> {
  const [ficheId, planId] = [uuid(ids.Fiche[0]), uuid(ids.Plan[0])]
  await prisma.fiche.update({
    where: { id: ficheId },
    data: {
      statut: 'EN_COURS',
      priorite: 'ELEVE',
      dateDebut: new Date('2020-01-01'),
      dateFin: new Date('2020-12-31'),
      ameliorationContinue: true,
      calendrier: 'Chaque hiver',
      tempsDeMiseEnOeuvre: 'UN_A_DEUX_ANS',
      participationCitoyenne: 'CONCERTATION',
      participationDetail: 'Deux ateliers',
      poids: 3,
    },
  })
  await prisma.ficheService.createMany({
    data: ids.Fiche.map((id) => ({
      ficheId: uuid(id),
      serviceId: uuid(ids.Service[0]),
      collectiviteId: collectivite.id,
    })),
    skipDuplicates: true,
  })
  await prisma.ficheText.updateMany({
    where: { ficheId },
    data: { plain: 'Un texte', markdown: '**Un texte**' },
  })
  await prisma.plan.update({
    where: { id: planId },
    data: { dateDebut: new Date('2020-01-01'), dateFin: new Date('2030-12-31'), typeAutre: null },
  })
  const personneId = uuid(ids.Personne[0])
  await prisma.planReferent.create({ data: { planId, personneId, collectiviteId: collectivite.id } })
}

/** What another fiche said is in the first of a world. */
async function mergeInto({
  prisma,
  world: { ids, collectivite },
}: {
  prisma: PrismaClient
  world: World
}): Promise<string> {
  const [ficheId, acte, epoch] = [randomUUID(), randomUUID(), randomUUID()]
  await prisma.fusion.create({
    data: { ficheId, dansId: uuid(ids.Fiche[0]), collectiviteId: collectivite.id, acte, epoch },
  })
  return ficheId
}
