import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay'
import { createPrismaClient, migrate, Prisma, type PrismaClient } from '@pupitre/prisma'
import { describe, expect, it, onTestFinished } from 'vitest'
import { schema } from '../src/graphql/schema.ts'
import { typicalReader } from '../src/domain/feed/audiences.ts'
import { LEVELS } from '../src/domain/rights/acts.ts'
import { FOLLOWED, READ, SEEN } from '../src/domain/feed/followed.ts'
import type { Viewer } from '../src/domain/viewer.ts'
import { Follower } from './changes/follower.ts'
import { fullRead, readByIds } from './changes/full-read.ts'
import { emptyDatabase } from './empty-database.ts'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { randomInput } from './random-input.ts'
import { seededRandom } from './seeded-random.ts'
import { makeWorld, type World } from './whole-world.ts'

/*
 * Whatever happens between two pages, a copy made of pages of changes ends as what a full reading shows, for readers of each audience. CHANGES_SEEDS=20
 * CHANGES_FIRST_SEED=100 draws others.
 */
const FIRST_SEED = Number(process.env['CHANGES_FIRST_SEED'] ?? 1)
const SEEDS = Array.from({ length: Number(process.env['CHANGES_SEEDS'] ?? 3) }, (_, index) => index + FIRST_SEED)

/** Acts of one run. */
const ACTS = 160

const TIMEOUT_MS = 240_000

const MUTATIONS = Object.values(schema.getMutationType()?.getFields() ?? {})

interface Scene {
  app: GraphqlApp
  prisma: PrismaClient
  random: () => number
  cookie: string
  world: World
  foreign: World
  /** The addresses that grants name. */
  granted: readonly string[]
}

const uuid = (globalId: string | undefined) => decodeGlobalID(globalId ?? '').id

/** Any mutation of the API, with any input that is well typed. */
async function mutate({ app, random, cookie, world, foreign }: Scene): Promise<void> {
  const mutation = MUTATIONS[Math.floor(random() * MUTATIONS.length)]
  // Without this one, nobody is left to go on.
  if (!mutation || mutation.name === 'deleteAccount') return
  const draw = { random, mutation: mutation.name, ids: world.ids, foreign: foreign.ids }
  const variables = Object.fromEntries(mutation.args.map((arg) => [arg.name, randomInput(arg.type, arg.name, draw)]))
  const declared = mutation.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const passed = mutation.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  await app.query({
    query: `mutation${declared && `(${declared})`} { ${mutation.name}${passed && `(${passed})`} { __typename } }`,
    variables,
    cookie,
  })
}

/** What mutations drawn at random do too rarely: what shows and hides. */
async function showOrHide({ prisma, random, world, granted }: Scene): Promise<void> {
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)]
    if (value === undefined) throw new Error('there is something to pick')
    return value
  }
  const collectiviteId = world.collectivite.id
  const planId = uuid(pick(world.ids.Plan))
  const ficheId = uuid(pick(world.ids.Fiche))
  const axeId = uuid(pick(world.ids.Axe))
  const isGone = random() < 0.5
  const suppression = { suppressionId: isGone ? uuid(pick(world.ids.Suppression)) : null }
  const acts = {
    async plan() {
      await prisma.plan.updateMany({
        where: { id: planId },
        data: { visibilite: pick(['RESTREINT', 'COLLECTIVITE', 'PUBLIC']) },
      })
    },
    async fiche() {
      await prisma.fiche.updateMany({ where: { id: ficheId, parentId: null }, data: { restreinte: random() < 0.5 } })
    },
    async planDeleted() {
      await prisma.plan.updateMany({ where: { id: planId }, data: suppression })
    },
    async axeDeleted() {
      await prisma.axe.updateMany({ where: { OR: [{ id: axeId }, { parentId: axeId }] }, data: suppression })
    },
    async ficheDeleted() {
      await prisma.fiche.updateMany({ where: { id: ficheId }, data: suppression })
    },
    async noteDeleted() {
      await prisma.noteSuivi.updateMany({ where: { id: uuid(pick(world.ids.NoteSuivi)) }, data: suppression })
    },
    async indicateurDeleted() {
      await prisma.indicateur.updateMany({ where: { id: uuid(pick(world.ids.Indicateur)) }, data: suppression })
    },
    async placed() {
      const axe = await prisma.axe.findUnique({ where: { id: axeId } })
      if (!axe || (await prisma.fiche.count({ where: { id: ficheId, parentId: null } })) === 0) return
      await prisma.placement.createMany({
        data: [{ ficheId, planId: axe.planId, axeId, collectiviteId, position: 'b' }],
        skipDuplicates: true,
      })
    },
    async takenOut() {
      await prisma.placement.deleteMany({ where: { id: uuid(pick(world.ids.Placement)) } })
    },
    async placeTaken() {
      await prisma.placement.deleteMany({ where: { ficheId, planId } })
    },
    async granted() {
      // A sous-action follows its parent's.
      if ((await prisma.fiche.count({ where: { id: ficheId, parentId: null } })) === 0) return
      await prisma.octroi.createMany({
        data: [{ collectiviteId, ...pick([{ planId }, { ficheId }]), email: pick(granted), niveau: pick(LEVELS) }],
        skipDuplicates: true,
      })
    },
    async takenBack() {
      await prisma.octroi.deleteMany({ where: { OR: [{ planId }, { ficheId }] } })
    },
    async linked() {
      const indicateurId = uuid(pick(world.ids.Indicateur))
      await prisma.ficheIndicateur.createMany({
        data: [{ ficheId, indicateurId, collectiviteId }],
        skipDuplicates: true,
      })
    },
    async renamed() {
      const id = uuid(pick(world.ids.Label))
      const nom = `Mot ${random()}`
      await prisma.label.updateMany({ where: { id }, data: { nom, nomNormalise: nom } })
    },
    async forGood() {
      await prisma.lien.deleteMany({ where: { OR: [{ ficheId }, { autreId: ficheId }] } })
      if (random() < 0.2) await prisma.fiche.deleteMany({ where: { id: ficheId } })
    },
  }
  // What an act before has erased is refused, and changes nothing.
  await pick(Object.values(acts))().catch((error: unknown) => {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error
  })
}

async function openScene(seed: number) {
  const database = await emptyDatabase()
  const { connectionString } = database
  await migrate({ connectionString })
  const prisma = createPrismaClient({ connectionString, maxConnections: 4 })
  const app = await startGraphqlApp({ prisma, connectionString })
  onTestFinished(async () => {
    await app.close()
    await prisma.$disconnect()
    await database.drop()
  })
  const make = createFactories(prisma)
  const world = await makeWorld({ make, prisma }, { mark: 'Suivi' })
  const foreign = await makeWorld({ make, prisma }, { mark: 'Ailleurs' })
  const { collectivite } = world
  const { user } = await make.membre({ collectivite, role: 'ADMIN' })
  const keyOf = async (scope: 'LIRE' | 'LIRE_TOUT' | 'PUBLIC') =>
    (await make.apiKey({ collectivite, scopes: [scope] })).secret
  const readers = [
    { apiKey: await keyOf('LIRE'), field: 'changes', viewer: typicalReader('AGENT', [collectivite.id]) },
    { apiKey: await keyOf('LIRE_TOUT'), field: 'changes', viewer: typicalReader('TOUT', [collectivite.id]) },
    { apiKey: await keyOf('PUBLIC'), field: 'changesPublics', viewer: null },
    { apiKey: null, field: 'changesPublics', viewer: null },
  ] as const
  // Whom grants name: somebody of another collectivité, and a lecteur.
  const grantees = []
  for (const place of [await make.collectivite(), collectivite]) {
    const person = await make.membre({ collectivite: place, role: 'LECTEUR' })
    const email = person.user.email.toLowerCase()
    await prisma.user.update({ where: { id: person.user.id }, data: { emailVerified: true } })
    const viewer = { ...person.viewer, grantee: { membreIds: [], serviceIds: [], emails: [email] } }
    grantees.push({ email, viewer, cookie: await app.signIn(person.user) })
  }
  const granted = grantees.map(({ email }) => email)
  const cookie = await app.signIn(user)
  const scene: Scene = { app, prisma, random: seededRandom(seed), cookie, world, foreign, granted }
  return { scene, readers, grantees }
}

describe('a copy made of pages of changes', () => {
  it.for(SEEDS)(
    'ends as what a full reading shows, whatever happens between two pages: seed %i',
    { timeout: TIMEOUT_MS },
    async (seed) => {
      const { scene, readers, grantees } = await openScene(seed)
      const { app, prisma, random } = scene
      const copies = readers.map(({ field, apiKey, viewer }) => ({
        reader: { app, apiKey },
        viewer,
        publics: field === 'changesPublics',
        follower: new Follower({ app, field, apiKey }),
        everSeen: new Set<string>(),
      }))
      const own = grantees.map(({ cookie, viewer }) => ({
        cookie,
        viewer,
        follower: new Follower({ app, field: 'changes', cookie }),
        everRead: new Set<string>(),
      }))
      for (let act = 0; act < ACTS; act += 1) {
        await (random() < 0.5 ? mutate(scene) : showOrHide(scene))
        for (const { viewer, everSeen } of copies) addAll(everSeen, await shownTo(SEEN, { prisma, viewer }))
        for (const { viewer, everRead } of own) addAll(everRead, await shownTo(READ, { prisma, viewer }))
        for (const { follower } of [...copies, ...own])
          if (random() < 0.3) await follower.pull(1 + Math.floor(random() * 7))
      }
      for (const { reader, publics, follower, everSeen } of copies) {
        // Texts are projected within two seconds.
        await expect
          .poll(
            async () => {
              await follower.catchUp()
              const read = await fullRead(reader, { publics })
              return differences(follower.held, read)
            },
            { timeout: 10_000, interval: 500 },
          )
          .toEqual([])
        // Of what one never could see, nothing was told: not that it was, nor that it is no more.
        expect(follower.gone.filter((key) => !everSeen.has(key))).toEqual([])
        if (!publics) expect([follower.held.size > 0, follower.gone.length > 0]).toEqual([true, true])
      }
      // Whoever grants name has no list of what they read: each thing is asked for.
      for (const { cookie, viewer, follower, everRead } of own) {
        await expect
          .poll(
            async () => {
              await follower.catchUp()
              const shown = await shownTo(READ, { prisma, viewer })
              return differences(follower.held, await readByIds({ app, cookie }, shown))
            },
            { timeout: 20_000, interval: 500 },
          )
          .toEqual([])
        expect(follower.gone.filter((key) => !everRead.has(key))).toEqual([])
      }
      expect(own.some(({ follower }) => follower.gone.length > 0)).toBe(true)
    },
  )
})

/** What conditions show to a viewer now, by `Type id`. */
async function shownTo(
  by: typeof SEEN | typeof READ,
  { prisma, viewer }: { prisma: PrismaClient; viewer: Viewer | null },
): Promise<Set<string>> {
  const select = { id: true } as const
  const rows = {
    Service: await prisma.service.findMany({ where: by.Service(viewer), select }),
    Label: await prisma.label.findMany({ where: by.Label(viewer), select }),
    Plan: await prisma.plan.findMany({ where: by.Plan(viewer), select }),
    Axe: await prisma.axe.findMany({ where: by.Axe(viewer), select }),
    Fiche: await prisma.fiche.findMany({ where: by.Fiche(viewer), select }),
    Placement: await prisma.placement.findMany({ where: by.Placement(viewer), select }),
    NoteSuivi: await prisma.noteSuivi.findMany({ where: by.NoteSuivi(viewer), select }),
    Lien: await prisma.lien.findMany({ where: by.Lien(viewer), select }),
    Indicateur: await prisma.indicateur.findMany({ where: by.Indicateur(viewer), select }),
    Collectivite: await prisma.collectivite.findMany({ where: by.Collectivite(viewer), select }),
  }
  return new Set(FOLLOWED.flatMap((type) => rows[type].map(({ id }) => `${type} ${encodeGlobalID(type, id)}`)))
}

function addAll(seen: Set<string>, keys: ReadonlySet<string>): void {
  for (const key of keys) seen.add(key)
}

/** What two copies do not hold alike. */
function differences(held: ReadonlyMap<string, string>, read: ReadonlyMap<string, string>): string[] {
  return [...new Set([...held.keys(), ...read.keys()])]
    .filter((key) => held.get(key) !== read.get(key))
    .map((key) => `${key}\n  held ${held.get(key)}\n  read ${read.get(key)}`)
}
