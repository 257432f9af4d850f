import { createPrismaClient, migrate, type PrismaClient } from '@pupitre/prisma'
import { DEMO_COLLECTIVITES, DEMO_EMAIL_DOMAIN, DEMO_PASSWORD, isReprise, placesOf } from '@pupitre/prisma/demo'
import { verifyPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase, type EmptyDatabase } from '../../../test/empty-database.ts'
import { loadDemoOnce } from './load-demo.ts'

let database: EmptyDatabase
let prisma: PrismaClient

beforeAll(async () => {
  database = await emptyDatabase()
  await migrate({ connectionString: database.connectionString })
  prisma = createPrismaClient({ connectionString: database.connectionString })
  await loadDemoOnce({ prisma })
})

afterAll(async () => {
  await prisma.$disconnect()
  await database.drop()
})

const places = DEMO_COLLECTIVITES.flatMap(({ plans }) => plans.flatMap(placesOf))
const fiches = places.flatMap(({ place }) => (isReprise(place) ? [] : [place]))

test('creates every fiche once, and every place of it', async () => {
  expect(await prisma.fiche.count({ where: { parentId: null } })).toBe(fiches.length)
  expect(await prisma.placement.count()).toBe(places.length)
  expect(await prisma.liveDocument.count({ where: { kind: 'FICHE' } })).toBe(await prisma.fiche.count())
})

test('gives fiches their repères: members and people without an account, labels, lines, notes, sous-actions', async () => {
  const gymnases = await prisma.fiche.findFirstOrThrow({
    where: { titre: 'Rénover les trois gymnases intercommunaux' },
    include: {
      pilotes: { include: { personne: true }, orderBy: { personne: { nom: 'asc' } } },
      labels: true,
      thematiques: true,
      lignesBudget: true,
      lignesFinanceur: { include: { financeurs: true } },
      notesSuivi: { orderBy: { date: 'desc' } },
      sousActions: true,
      textes: true,
    },
  })
  expect(gymnases.pilotes.map(({ personne: { nom, membreId } }) => [nom, membreId !== null])).toEqual([
    ['Olivier Matter', false],
    ['Sabine Oster', true],
  ])
  const [note] = gymnases.notesSuivi
  expect(gymnases.textes.find(({ field }) => field === `note:${note?.id}`)?.plain).toMatch(/^Benfeld est livré/)
  expect(gymnases).toMatchObject({
    participationCitoyenne: 'CONSULTATION',
    lignesBudget: { length: 4 },
    sousActions: { length: 3 },
    thematiques: { length: 2 },
  })
})

test('creates the indicateurs with their values, linked to their fiches and axes', async () => {
  const indicateur = await prisma.indicateur.findFirstOrThrow({
    where: { nom: 'Consommation de gaz des trois gymnases' },
    include: { valeurs: { orderBy: { periode: 'asc' } }, fiches: true },
  })
  expect(indicateur).toMatchObject({ periodicite: 'MENSUELLE', fiches: [{}, {}] })
  expect(indicateur.valeurs[0]?.realise?.toFixed()).toBe('148.2')
  expect(await prisma.axeIndicateur.count()).toBeGreaterThan(0)
})

test('names each collectivité as the official register does', async () => {
  expect(await prisma.collectivite.findMany({ orderBy: { siren: 'asc' }, select: { nom: true } })).toEqual([
    { nom: 'CA de Blois «\u00a0Agglopolys\u00a0»' },
    { nom: 'CC de Lacq-Orthez' },
    { nom: "CC du Canton d'Erstein" },
    { nom: 'CC des Baronnies en Drôme Provençale' },
    { nom: 'CA Troyes Champagne Métropole' },
  ])
})

test('keeps the rich text of the fiches', async () => {
  const fiche = await prisma.fiche.findFirstOrThrow({
    where: { titre: 'Rénover les trois gymnases intercommunaux' },
    include: { textes: true },
  })
  const textOf = (name: string) => fiche.textes.find(({ field }) => field === name)
  expect(textOf('objectifs')?.plain).toMatch(/^- Diviser par deux/)
  expect(textOf('description')?.markdown).toContain('**près d’un tiers**')
  expect(textOf('description')?.plain).toContain('\n1. Benfeld')
})

test('puts a fiche mutualisée in both of its places', async () => {
  const { placements } = await prisma.fiche.findFirstOrThrow({
    where: { titre: 'Sécuriser la traversée de la Loire à vélo' },
    select: { placements: { select: { plan: { select: { nom: true } } } } },
  })
  const plans = placements.map(({ plan }) => plan.nom).toSorted()
  expect(plans).toEqual(['Plan climat-air-énergie territorial 2024-2029', 'Projet de territoire 2040'])
})

test('lets each account in with the password of the demo, in its role and its services', async () => {
  const contributeur = await prisma.user.findUniqueOrThrow({
    where: { email: `contributeur.blois@${DEMO_EMAIL_DOMAIN}` },
    include: { accounts: true, membres: { include: { services: { include: { service: true } } } } },
  })
  const hash = contributeur.accounts[0]?.password ?? ''
  expect(await verifyPassword({ hash, password: DEMO_PASSWORD })).toBe(true)
  expect(contributeur.membres).toMatchObject([
    { role: 'CONTRIBUTEUR', services: [{ service: { nom: 'Mobilités et voirie' } }] },
  ])
})

test('loads nothing a second time, even from two servers at once', async () => {
  const before = await prisma.fiche.count()
  expect(await Promise.all([loadDemoOnce({ prisma }), loadDemoOnce({ prisma })])).toEqual([[], []])
  expect(await prisma.fiche.count()).toBe(before)
})

test('leaves alone a collectivité which is there already', async () => {
  const other = await emptyDatabase()
  await migrate({ connectionString: other.connectionString })
  const client = createPrismaClient({ connectionString: other.connectionString })
  try {
    const [first] = DEMO_COLLECTIVITES
    const siren = first?.siren ?? ''
    await client.collectivite.create({ data: { siren, nom: 'La vraie', type: 'COMMUNAUTE_COMMUNES' } })
    expect(await loadDemoOnce({ prisma: client })).not.toContain(siren)
    expect(
      await client.collectivite.findUnique({ where: { siren }, include: { membres: true, plans: true } }),
    ).toMatchObject({
      nom: 'La vraie',
      membres: [],
      plans: [],
    })
  } finally {
    await client.$disconnect()
    await other.drop()
  }
})
