import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay'
import type { User } from '@pupitre/prisma'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answers, type Caller, questions } from './every-question.ts'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'
import { makeWorld, type World } from './whole-world.ts'

/*
 * What one may not read must change nothing to what one reads: every field of the schema is asked from every object, then what
 * is restricted is erased from the database for good, and the same questions get the same answers to the letter. Counts, orders,
 * links, pages and refusals are in them. A new type or field joins by itself.
 */

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)

/** Those from whom the restricted plans and fiche are kept. */
const WHO = [
  'éditeur',
  'admin ailleurs et lecteur ici',
  'ailleurs',
  'ailleurs, avec un accès au plan ouvert',
  'lecteur, avec un accès à une fiche',
  'admin, en tant que ce lecteur',
] as const
type Who = (typeof WHO)[number]

/** Some five hundred queries twice for each, on busy cores. */
const TIMEOUT_MS = 600_000

let app: GraphqlApp
let callers: Record<Who, Caller>
let open: World
let secret: World

const uuid = (globalId: string | undefined) => decodeGlobalID(globalId ?? '').id

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  open = await makeWorld({ make, prisma }, { mark: 'Ouvert' })
  const { collectivite } = open
  const collectiviteId = collectivite.id
  secret = await makeWorld({ make, prisma }, { mark: 'Secret', commun: 'Commun', collectivite })
  const plans = secret.ids.Plan.map(uuid)
  await prisma.plan.updateMany({ where: { id: { in: plans } }, data: { visibilite: 'RESTREINT' } })

  // What is open and what is not, joined in every way.
  const [openFiche, openShared] = open.ids.Fiche.map(uuid)
  const [secretFiche, secretShared] = secret.ids.Fiche.map(uuid)
  const [secretPlan] = plans
  const [secretAxe] = secret.ids.Axe.map(uuid)
  const [indicateur] = open.ids.Indicateur.map(uuid)
  const [openPlan] = open.ids.Plan.map(uuid)
  const [openAxe] = open.ids.Axe.map(uuid)
  if (
    !openFiche ||
    !openShared ||
    !secretFiche ||
    !secretShared ||
    !secretPlan ||
    !secretAxe ||
    !indicateur ||
    !openPlan
  )
    throw new Error('a world has one of each')
  const [one, other] = [openFiche, secretFiche].toSorted()
  await prisma.lien.createMany({
    data: [
      { ficheId: one ?? '', autreId: other ?? '', type: 'DOUBLON' },
      { ficheId: openFiche, autreId: secretFiche, type: 'DEPEND_DE' },
      { ficheId: secretFiche, autreId: openFiche, type: 'CONTRIBUE_A' },
    ],
  })
  const commentaireId = uuid(open.ids.Commentaire[0])
  await prisma.commentaire.update({
    where: { id: commentaireId },
    data: { markdown: `Voir <pupitre:fiche/${secretFiche}>` },
  })
  await prisma.mention.create({ data: { commentaireId, ficheId: secretFiche } })
  await prisma.placement.createMany({
    data: [openFiche, openShared].map((ficheId, at) => ({
      ficheId,
      planId: secretPlan,
      axeId: at === 0 ? secretAxe : null,
      collectiviteId,
      position: `a${at}`,
    })),
  })
  const [secretChamp] = await prisma.champPropre.findMany({ where: { planId: secretPlan, type: 'TEXTE' } })
  await prisma.champPropreValeur.create({
    data: { ficheId: openFiche, champId: secretChamp?.id ?? '', type: 'TEXTE', texte: 'Secret' },
  })
  await prisma.ficheIndicateur.create({ data: { ficheId: secretFiche, indicateurId: indicateur, collectiviteId } })
  await prisma.axeIndicateur.create({ data: { axeId: secretAxe, indicateurId: indicateur } })

  // A restricted fiche in the open, before and after the others.
  for (const axeId of [openAxe, null]) {
    const fiche = await make.fiche({ plan: await prisma.plan.findUniqueOrThrow({ where: { id: openPlan } }) })
    await prisma.fiche.update({ where: { id: fiche.id }, data: { restreinte: true, titre: 'Haies Secret' } })
    if (axeId) await prisma.placement.updateMany({ where: { ficheId: fiche.id }, data: { axeId, position: 'Zz' } })
    await prisma.ficheIndicateur.create({ data: { ficheId: fiche.id, indicateurId: indicateur, collectiviteId } })
    const label = await prisma.label.findFirstOrThrow({ where: { collectiviteId, genre: 'TAG' } })
    await prisma.ficheLabel.create({ data: { ficheId: fiche.id, labelId: label.id, genre: 'TAG', collectiviteId } })
    const sousAction = await prisma.fiche.create({
      data: { collectiviteId, parentId: fiche.id, position: 'a0', titre: 'Secret' },
    })
    const [premier, second] = [fiche.id, openFiche].toSorted()
    await prisma.lien.create({ data: { ficheId: premier ?? '', autreId: second ?? '', type: 'LIEE' } })
    secret.ids.Fiche.push(encodeGlobalID('Fiche', fiche.id), encodeGlobalID('Fiche', sousAction.id))
    secret.ids.Placement.push(encodeGlobalID('Placement', fiche.placement.id))
  }

  const both = await make.membre({ role: 'ADMIN' })
  await prisma.membre.create({ data: { userId: both.user.id, collectiviteId, role: 'LECTEUR' } })
  const { user: granted } = await make.membre({ role: 'ADMIN' })
  await prisma.user.update({ where: { id: granted.id }, data: { emailVerified: true } })
  const { user: named, viewer: namedViewer } = await make.membre({ collectivite, role: 'LECTEUR' })
  const membreId = namedViewer.memberships[0]?.membreId ?? null
  await prisma.octroi.createMany({
    data: [
      { collectiviteId, planId: openPlan, email: granted.email, niveau: 'EDITER' },
      { collectiviteId, ficheId: openFiche, membreId, niveau: 'EDITER' },
    ],
  })
  const caller = async (user: User) => ({ cookie: await app.signIn(user) })
  callers = {
    'ailleurs, avec un accès au plan ouvert': await caller(granted),
    'lecteur, avec un accès à une fiche': await caller(named),
    'admin, en tant que ce lecteur': {
      ...(await caller((await make.membre({ collectivite, role: 'ADMIN' })).user)),
      seeingAs: membreId,
    },
    éditeur: await caller((await make.membre({ collectivite, role: 'EDITEUR' })).user),
    'admin ailleurs et lecteur ici': await caller(both.user),
    ailleurs: await caller((await make.membre({ role: 'ADMIN' })).user),
  }
})

afterAll(() => app.close())

/** Erases what is restricted, as if it had never been. */
async function erase(): Promise<void> {
  const ficheIds = secret.ids.Fiche.map(uuid)
  const planIds = secret.ids.Plan.map(uuid)
  const kinds = { kind: { not: 'INDICATEUR' as const } }
  const suppressionIds = secret.ids.Suppression.map(uuid)
  await prisma.fiche.deleteMany({ where: { parentId: { in: ficheIds } } })
  await prisma.fiche.deleteMany({ where: { id: { in: ficheIds } } })
  await prisma.placement.deleteMany({ where: { planId: { in: planIds } } })
  await prisma.axe.deleteMany({ where: { planId: { in: planIds } } })
  await prisma.plan.deleteMany({ where: { id: { in: planIds } } })
  await prisma.suppression.deleteMany({ where: { id: { in: suppressionIds }, ...kinds } })
}

it('answers as if what one may not read had never been', { timeout: TIMEOUT_MS }, async () => {
  const asked = questions(open, secret)
  const before = await answers(app, asked, callers)
  await erase()
  expectUntold({ before, after: await answers(app, asked, callers) })
  expect([...before.values()].filter((answer) => answer.includes('Ouvert')).length).toBeGreaterThan(100)
})

/** Both times the same was answered, to the letter, and nothing failed. */
function expectUntold({ before, after }: Record<'before' | 'after', Map<string, string>>): void {
  const told = [...before].filter(([question, answer]) => after.get(question) !== answer)
  expect(told.map(([question, answer]) => `${question}\n  ${answer}\n  ${after.get(question)}`)).toEqual([])
  const refused = [...before].filter(([, answer]) => answer.includes('"errors":[{'))
  expect(refused.map(([question, answer]) => `${question} ${answer}`).slice(0, 5)).toEqual([])
}

it(
  'tells those of elsewhere, and whoever is not signed in, of what is public alone',
  { timeout: TIMEOUT_MS },
  async () => {
    const world = await makeWorld({ make, prisma }, { mark: 'Publié', commun: 'Interne' })
    const [publie, other] = world.ids.Plan.map(uuid)
    await prisma.plan.update({ where: { id: publie ?? '' }, data: { visibilite: 'PUBLIC' } })
    const asked = questions(world)
    const askers = { anonyme: { cookie: null }, ailleurs: callers.ailleurs }
    const before = await answers(app, asked, askers)

    // All of the collectivité but what its public plan holds: the people that it names too.
    const { id: collectiviteId } = world.collectivite
    const unpublished = { placements: { none: { planId: publie ?? '' } }, parentId: null }
    await prisma.fiche.deleteMany({ where: { collectiviteId, OR: [unpublished, { suppressionId: { not: null } }] } })
    await prisma.placement.deleteMany({ where: { planId: other ?? '' } })
    await prisma.axe.deleteMany({ where: { planId: other ?? '' } })
    await prisma.plan.deleteMany({ where: { collectiviteId, id: { not: publie ?? '' } } })
    await prisma.indicateur.deleteMany({ where: { collectiviteId, axes: { none: {} }, fiches: { none: {} } } })
    await prisma.axe.deleteMany({ where: { suppression: { collectiviteId } } })
    await prisma.noteSuivi.deleteMany({ where: { suppression: { collectiviteId } } })
    await prisma.suppression.deleteMany({ where: { collectiviteId } })
    await prisma.octroi.deleteMany({ where: { collectiviteId } })
    await prisma.invitation.deleteMany({ where: { collectiviteId } })
    await prisma.personne.deleteMany({ where: { collectiviteId } })
    await prisma.membre.deleteMany({ where: { collectiviteId } })

    expectUntold({ before, after: await answers(app, asked, askers) })
    expect([...before.values()].filter((answer) => answer.includes('Publié')).length).toBeGreaterThan(40)
    expect([...before.values()].filter((answer) => /Awa|Zoé/.test(answer))).toEqual([])
  },
)
