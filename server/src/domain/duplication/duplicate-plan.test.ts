import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { makeWorld } from '../../../test/whole-world.ts'
import { duplicatePlan, MAX_DUPLICATED_FICHES } from './duplicate-plan.ts'

/** What names a plan, an axe, a fiche, or something of theirs, and is not copied with them. */
const NOT_COPIED: Record<string, string> = {
  live_document: 'made anew, with the texts',
  fiche_text: 'projected from the texts',
  plan_text: 'projected from the texts',
  fusion: 'the address of what was merged leads where it led',
  journal_entry: 'what was done to the plan was not done to its copy',
  fil: 'what was said of the plan was not said of its copy',
  mention: 'what was said is of the fiche that it leads to',
  octroi: 'given by the admins; those on restricted fiches alone follow, as another test says',
}

interface Reference {
  table: string
  column: string
  to: string
}

/** Which columns of which tables name rows of these tables. */
function referencesTo(prisma: PrismaClient, tables: readonly string[]): Promise<Reference[]> {
  return prisma.$queryRaw<Reference[]>`
    SELECT DISTINCT c.conrelid::regclass::text AS table, a.attname::text AS column, c.confrelid::regclass::text AS to
    FROM pg_constraint c
    JOIN LATERAL unnest(c.conkey, c.confkey) AS k(here, there) ON true
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.here
    JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.there AND b.attname = 'id'
    WHERE c.contype = 'f' AND c.confrelid::regclass::text = ANY(${[...tables]}::text[])`
}

/** A plan with something of everything, and who may duplicate it. */
async function setUp({ make, prisma }: { make: Factories; prisma: PrismaClient }) {
  const { collectivite } = await makeWorld({ make, prisma })
  const collectiviteId = collectivite.id
  const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
  const plan = await prisma.plan.findFirstOrThrow({ where: { collectiviteId, nom: { startsWith: 'PCAET' } } })
  const inPlan = async (titre: string) =>
    prisma.fiche.findFirstOrThrow({ where: { collectiviteId, titre: { startsWith: titre } } })
  const [haies, partagee] = [await inPlan('Haies'), await inPlan('Partagée')]
  const ficheId = haies.id
  await prisma.ficheCible.create({ data: { ficheId, cible: 'AGENTS' } })
  await prisma.ficheEffetAttendu.create({ data: { ficheId, effet: 'SOBRIETE' } })
  const sousThematique = await prisma.sousThematique.findFirstOrThrow()
  const { thematiqueCode, code } = sousThematique
  await prisma.ficheThematique.create({ data: { ficheId, thematiqueCode } })
  await prisma.ficheSousThematique.create({ data: { ficheId, thematiqueCode, sousThematiqueCode: code } })
  await prisma.fiche.update({
    where: { id: ficheId },
    data: { statut: 'EN_COURS', dateFin: new Date('2027-05-01'), participationDetail: 'deux réunions' },
  })
  const [smaller = '', larger = ''] = [haies.id, partagee.id].toSorted()
  await prisma.lien.create({ data: { ficheId: smaller, autreId: larger, type: 'LIEE' } })
  await prisma.doublonEcarte.create({ data: { ficheId: smaller, autreId: larger } })
  const [personne] = await prisma.personne.findMany({ where: { collectiviteId }, take: 1 })
  await prisma.planReferent.create({ data: { planId: plan.id, personneId: personne?.id ?? '', collectiviteId } })
  const champ = await prisma.champPropre.findFirstOrThrow({
    where: { planId: plan.id, type: 'CHOIX' },
    include: { choix: true },
  })
  const valeur = { type: 'CHOIX' as const, choixId: champ.choix[0]?.id ?? null }
  await prisma.champPropreValeur.create({ data: { ficheId, champId: champ.id, ...valeur } })
  return { collectivite, plan, viewer, haies, partagee }
}

/** How many rows of each table are of a plan: of its own, of its axes, of its fiches, of their lines. */
async function countRows(prisma: PrismaClient, planId: string): Promise<Record<string, number>> {
  const references = await referencesTo(prisma, ['plan', 'axe', 'fiche', 'ligne_financeur', 'champ_propre'])
  const counts: Record<string, number> = {}
  for (const { table, column, to } of references) {
    const isElsewhere = table === 'placement' ? `AND plan_id = '${planId}'` : ''
    const isInside = ['lien', 'doublon_ecarte'].includes(table)
      ? 'AND fiche_id IN (SELECT id FROM f) AND autre_id IN (SELECT id FROM f)'
      : ''
    const isThere = ['axe', 'fiche', 'note_suivi'].includes(table) ? 'AND suppression_id IS NULL' : ''
    const [row] = await prisma.$queryRawUnsafe<{ count: bigint }[]>(
      `WITH plan_ AS (SELECT $1::uuid AS id),
        a AS (SELECT id FROM axe WHERE plan_id = $1::uuid AND suppression_id IS NULL),
        top AS (SELECT f.id FROM fiche f JOIN placement p ON p.fiche_id = f.id WHERE p.plan_id = $1::uuid AND f.suppression_id IS NULL),
        f AS (SELECT id FROM top UNION SELECT id FROM fiche WHERE parent_id IN (SELECT id FROM top) AND suppression_id IS NULL),
        l AS (SELECT id FROM ligne_financeur WHERE fiche_id IN (SELECT id FROM f)),
        c AS (SELECT id FROM champ_propre WHERE plan_id = $1::uuid)
      SELECT count(*) FROM ${table} WHERE ${column} IN (SELECT id FROM ${{ plan: 'plan_', axe: 'a', fiche: 'f', ligne_financeur: 'l', champ_propre: 'c' }[to] ?? to})
        ${isElsewhere} ${isInside} ${isThere}`,
      planId,
    )
    if (!(table in NOT_COPIED)) counts[`${table}.${column}`] = Number(row?.count)
  }
  return counts
}

describe('the copy of a plan', () => {
  it('has as many rows of every kind as the plan, whatever names a plan, an axe, a fiche or what is theirs', async ({
    act,
    make,
    prisma,
  }) => {
    const { plan, viewer } = await setUp({ make, prisma })
    const before = await countRows(prisma, plan.id)
    const copy = await act(viewer, (useCase) =>
      duplicatePlan(useCase, { planId: plan.id, nom: 'PCAET, seconde version' }),
    )
    expect(copy.fichesCount).toBe(4)
    // Something of everything is in it, or the comparison says nothing.
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([])
    // What is in the corbeille was placed there too.
    const placements = await prisma.placement.count({ where: { planId: plan.id, fiche: { suppressionId: null } } })
    expect(await countRows(prisma, copy.planId)).toEqual({
      ...before,
      'placement.fiche_id': placements,
      'placement.plan_id': placements,
    })
    expect(await countRows(prisma, plan.id)).toEqual(before)
  })

  it('says what the fiches say, each in the place of its original, as a fiche of its own', async ({
    act,
    make,
    prisma,
  }) => {
    const { plan, viewer, haies } = await setUp({ make, prisma })
    const { planId } = await act(viewer, (useCase) => duplicatePlan(useCase, { planId: plan.id, nom: 'Copie' }))
    const tree = async (of: string) =>
      (
        await prisma.placement.findMany({
          where: { planId: of, fiche: { suppressionId: null } },
          orderBy: [{ axe: { nom: 'asc' } }, { position: 'asc' }],
          include: {
            axe: { include: { parent: true } },
            fiche: {
              include: { sousActions: { orderBy: { position: 'asc' } }, textes: { orderBy: { field: 'asc' } } },
            },
          },
        })
      ).map(({ axe, position, fiche }) => ({
        axes: [axe?.parent?.nom, axe?.nom],
        position,
        titre: fiche.titre,
        statut: fiche.statut,
        dateFin: fiche.dateFin,
        participationDetail: fiche.participationDetail,
        sousActions: fiche.sousActions.map(({ titre }) => titre),
        textes: fiche.textes
          .filter(({ field }) => !field.startsWith('note:'))
          .map(({ field, plain }) => [field, plain]),
      }))
    expect(await tree(planId)).toEqual(await tree(plan.id))
    const copied = await prisma.fiche.findMany({ where: { placements: { some: { planId } } } })
    expect(copied.map(({ id }) => id)).not.toContain(haies.id)
  })

  it('has the formats of the texts, and links to its own fiches', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const plan = await make.plan({ collectivite })
    const axe = await make.axe({ plan, nom: 'Axe' })
    const other = await make.fiche({ axe, titre: 'Autre' })
    const elsewhere = await make.fiche({ plan: await make.plan({ collectivite }), titre: 'Ailleurs' })
    const fiche = await make.fiche({ axe, titre: 'Fiche' })
    const note = await prisma.noteSuivi.create({ data: { ficheId: fiche.id, date: new Date('2026-03-12') } })
    const content = [
      { insert: 'gras', attributes: { bold: true } },
      { insert: { ficheLink: { id: other.id } } },
      { insert: { ficheLink: { id: elsewhere.id } } },
    ]
    const document = { kind: 'fiche' as const, uuid: fiche.id }
    const actor = { userId: viewer.userId }
    await act(viewer, async ({ liveText }) => {
      await liveText.apply({ document, field: 'moyens', delta: content, actor })
      await liveText.apply({ document, field: `note:${note.id}`, delta: [{ insert: 'suivi' }], actor })
      const ofPlan = { kind: 'plan' as const, uuid: plan.id }
      await liveText.apply({ document: ofPlan, field: `axe:${axe.id}`, delta: [{ insert: 'de l’axe' }], actor })
    })

    const { planId } = await act(viewer, (useCase) => duplicatePlan(useCase, { planId: plan.id, nom: 'Copie' }))
    const copyOf = (titre: string) =>
      prisma.fiche.findFirstOrThrow({
        where: { titre, placements: { some: { planId } } },
        include: { notesSuivi: true },
      })
    const [copy, otherCopy] = [await copyOf('Fiche'), await copyOf('Autre')]
    const axeCopy = await prisma.axe.findFirstOrThrow({ where: { planId } })
    const contents = await act(viewer, ({ liveText }) =>
      liveText.read([
        { kind: 'fiche', uuid: copy.id },
        { kind: 'plan', uuid: planId },
      ]),
    )
    const ofFiche = contents.find((one) => one.document.uuid === copy.id)?.fields ?? {}
    expect(ofFiche['moyens']?.slice(0, 3)).toEqual([
      { insert: 'gras', attributes: { bold: true } },
      { insert: { ficheLink: { id: otherCopy.id } } },
      { insert: { ficheLink: { id: elsewhere.id } } },
    ])
    expect(JSON.stringify(ofFiche[`note:${copy.notesSuivi[0]?.id}`])).toContain('suivi')
    const ofPlan = contents.find((one) => one.document.uuid === planId)?.fields ?? {}
    expect(JSON.stringify(ofPlan[`axe:${axeCopy.id}`])).toContain('de l’axe')
  })

  it('has nothing of the fiches that one may not read', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const plan = await make.plan({ collectivite })
    await make.fiche({ plan, titre: 'Ouverte' })
    const hidden = await make.fiche({ plan, titre: 'Réservée' })
    await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
    const { planId, fichesCount } = await act(viewer, (useCase) =>
      duplicatePlan(useCase, { planId: plan.id, nom: 'Copie' }),
    )
    expect(fichesCount).toBe(1)
    const placed = await prisma.placement.findMany({ where: { planId }, include: { fiche: true } })
    expect(placed.map(({ fiche }) => fiche.titre)).toEqual(['Ouverte'])
  })

  it('is made by who may create plans, of a plan that they read', async ({ act, make }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer: contributeur } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    const input = { planId: plan.id, nom: 'Copie' }
    await expect(act(contributeur, (useCase) => duplicatePlan(useCase, input))).rejects.toMatchObject({
      code: 'CREATE_PLAN_FORBIDDEN',
    })
    await expect(act(stranger, (useCase) => duplicatePlan(useCase, input))).rejects.toMatchObject({
      code: 'PLAN_NOT_FOUND',
    })
    await expect(act(stranger, (useCase) => duplicatePlan(useCase, { ...input, nom: ' ' }))).rejects.toMatchObject({
      code: 'VALIDATION',
    })
  })

  it(`holds ${MAX_DUPLICATED_FICHES} fiches, and not one more`, async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const plan = await make.plan({ collectivite })
    const add = async (count: number) => {
      const fiches = await prisma.fiche.createManyAndReturn({
        data: Array.from({ length: count }, () => ({ collectiviteId: collectivite.id, titre: 'F' })),
      })
      await prisma.placement.createMany({
        data: fiches.map(({ id }) => ({
          ficheId: id,
          planId: plan.id,
          collectiviteId: collectivite.id,
          position: 'a0',
        })),
      })
    }
    const duplicate = () => act(viewer, (useCase) => duplicatePlan(useCase, { planId: plan.id, nom: 'Copie' }))
    await add(MAX_DUPLICATED_FICHES)
    expect(await duplicate()).toMatchObject({ fichesCount: MAX_DUPLICATED_FICHES })
    await add(1)
    await expect(duplicate()).rejects.toMatchObject({ code: 'VALIDATION' })
  })
})
