import type { LabelGenre, PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { recorded } from '../../../test/recorded.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import { deleteLabel } from './delete-label.ts'
import { MAX_MERGED_LABELS, mergeLabels } from './merge-labels.ts'
import { renameLabel } from './rename-label.ts'

async function setUp({ make, prisma }: { make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const collectiviteId = collectivite.id
  const plan = await make.plan({ collectivite })
  const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
  const label = (nom: string, genre: LabelGenre = 'PARTENAIRE') =>
    prisma.label.create({ data: { collectiviteId, genre, nom, nomNormalise: normaliseNom(nom) } })
  const bear = async (ficheId: string, ...labels: { id: string; genre: LabelGenre }[]) => {
    const data = labels.map(({ id, genre }) => ({ ficheId, labelId: id, collectiviteId, genre }))
    await prisma.ficheLabel.createMany({ data })
  }
  const pay = async (ficheId: string, ...labels: { id: string }[]) => {
    const financeurs = { create: labels.map(({ id }) => ({ labelId: id })) }
    return prisma.ligneFinanceur.create({ data: { ficheId, collectiviteId, financeurs } })
  }
  const bornBy = async (ficheId: string) =>
    (await prisma.ficheLabel.findMany({ where: { ficheId }, include: { label: true } })).map((one) => one.label.nom)
  return { collectivite, plan, viewer, label, bear, pay, bornBy }
}

describe('renaming a label', () => {
  it('shows its new name on every fiche that bears it, and tells each', async ({ act, make, prisma }) => {
    const { plan, viewer, label, bear, bornBy } = await setUp({ make, prisma })
    const agence = await label('Agence de leau')
    const fiches = [await make.fiche({ plan }), await make.fiche({ plan })]
    for (const { id } of fiches) await bear(id, agence)
    const told = recorded()
    await act(viewer, (useCase) => renameLabel(told.in(useCase), { labelId: agence.id, nom: '  Agence de  l’eau ' }))
    for (const { id } of fiches) expect(await bornBy(id)).toEqual(['Agence de l’eau'])
    expect(told.fields()).toEqual(['partenaires', 'partenaires'])
  })

  it('may correct accents and case of its own name', async ({ act, make, prisma }) => {
    const { viewer, label } = await setUp({ make, prisma })
    const { id: labelId } = await label('ademe')
    await act(viewer, (useCase) => renameLabel(useCase, { labelId, nom: 'ADEME' }))
    expect(await prisma.label.findUnique({ where: { id: labelId } })).toMatchObject({ nom: 'ADEME' })
  })

  it('refuses the name of another of its list, and takes that of another list', async ({ act, make, prisma }) => {
    const { viewer, label } = await setUp({ make, prisma })
    await label('Région')
    const other = await label('Conseil régional')
    const rename = act(viewer, (useCase) => renameLabel(useCase, { labelId: other.id, nom: 'REGION' }))
    await expect(rename).rejects.toMatchObject({ code: 'LABEL_EXISTS' })
    const { id: labelId } = await label('Conseil régional', 'STRUCTURE')
    await act(viewer, (useCase) => renameLabel(useCase, { labelId, nom: 'Région' }))
  })

  it('to the same name at once gives it to one of the two', async ({ act, make, prisma }) => {
    const { viewer, label } = await setUp({ make, prisma })
    const labels = [await label('Un'), await label('Deux')]
    const acts = labels.map(({ id }) => act(viewer, (useCase) => renameLabel(useCase, { labelId: id, nom: 'Trois' })))
    const outcomes = await Promise.allSettled(acts)
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LABEL_EXISTS' } })
  })
})

describe('merging labels', () => {
  it('puts one in the place of the others, once on each fiche, and tells each', async ({ act, make, prisma }) => {
    const { plan, viewer, label, bear, bornBy } = await setUp({ make, prisma })
    const [into, a, b, apart] = [
      await label('ADEME'),
      await label('Ademe 51'),
      await label('L’Ademe'),
      await label('CAF'),
    ]
    const [one, both, none] = [await make.fiche({ plan }), await make.fiche({ plan }), await make.fiche({ plan })]
    await bear(one.id, a)
    await bear(both.id, into, a, b, apart)
    await bear(none.id, apart)
    const told = recorded()
    const merged = await act(viewer, (useCase) =>
      mergeLabels(told.in(useCase), { intoId: into.id, labelIds: [a.id, b.id, into.id] }),
    )
    expect(merged).toEqual({ labelId: into.id, fichesCount: 2 })
    expect(await bornBy(one.id)).toEqual(['ADEME'])
    expect((await bornBy(both.id)).toSorted()).toEqual(['ADEME', 'CAF'])
    expect(await bornBy(none.id)).toEqual(['CAF'])
    expect(await prisma.label.count({ where: { id: { in: [a.id, b.id] } } })).toBe(0)
    expect(told.fields()).toEqual(['partenaires', 'partenaires'])
  })

  it('keeps the lignes de financeur and their amounts', async ({ act, make, prisma }) => {
    const { plan, viewer, label, pay } = await setUp({ make, prisma })
    const [into, a] = [await label('État', 'FINANCEUR'), await label('L’État', 'FINANCEUR')]
    const fiche = await make.fiche({ plan })
    const lignes = [await pay(fiche.id, a), await pay(fiche.id, into, a)]
    const told = recorded()
    await act(viewer, (useCase) => mergeLabels(told.in(useCase), { intoId: into.id, labelIds: [a.id] }))
    for (const { id: ligneId } of lignes) {
      expect(await prisma.ligneFinanceurLabel.findMany({ where: { ligneId } })).toMatchObject([{ labelId: into.id }])
    }
    expect(told.fields()).toEqual(['financeurs'])
  })

  it('changes fiches that one may not read too, and counts none of these', async ({ act, make, prisma }) => {
    const { plan, viewer, label, bear, bornBy } = await setUp({ make, prisma })
    const [into, a] = [await label('ADEME'), await label('L’Ademe')]
    const hidden = await make.fiche({ plan })
    await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
    await bear(hidden.id, a)
    const merged = await act(viewer, (useCase) => mergeLabels(useCase, { intoId: into.id, labelIds: [a.id] }))
    expect(merged.fichesCount).toBe(0)
    expect(await bornBy(hidden.id)).toEqual(['ADEME'])
  })

  it('is of one list, of one collectivité, of labels that are there', async ({ act, make, prisma }) => {
    const { viewer, label } = await setUp({ make, prisma })
    const elsewhere = await setUp({ make, prisma })
    const [into, structure, foreign] = [
      await label('ADEME'),
      await label('ADEME', 'STRUCTURE'),
      await elsewhere.label('L’Ademe'),
    ]
    const merge = (...labelIds: string[]) =>
      act(viewer, (useCase) => mergeLabels(useCase, { intoId: into.id, labelIds }))
    await expect(merge(structure.id)).rejects.toMatchObject({ code: 'LABEL_GENRES_DIFFER' })
    await expect(merge(foreign.id)).rejects.toMatchObject({ code: 'LABEL_NOT_FOUND' })
    await expect(merge(crypto.randomUUID())).rejects.toMatchObject({ code: 'LABEL_NOT_FOUND' })
    await expect(merge()).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it(`takes ${MAX_MERGED_LABELS} at once, and not one more`, async ({ act, make, prisma }) => {
    const { viewer, label } = await setUp({ make, prisma })
    const into = await label('Tout')
    const ids: string[] = []
    for (let n = 0; n <= MAX_MERGED_LABELS; n += 1) ids.push((await label(`n${n}`)).id)
    const merge = (labelIds: string[]) => act(viewer, (useCase) => mergeLabels(useCase, { intoId: into.id, labelIds }))
    await expect(merge(ids)).rejects.toMatchObject({ code: 'VALIDATION' })
    await merge(ids.slice(1))
  })
})

describe('deleting a label', () => {
  it('takes away one that no fiche bears, and no other', async ({ act, make, prisma }) => {
    const { plan, viewer, label, bear, pay } = await setUp({ make, prisma })
    const [borne, paying, free] = [await label('haies'), await label('État', 'FINANCEUR'), await label('haie')]
    const fiche = await make.fiche({ plan })
    await bear(fiche.id, borne)
    await pay(fiche.id, paying)
    const remove = (id: string) => act(viewer, (useCase) => deleteLabel(useCase, id))
    await expect(remove(borne.id)).rejects.toMatchObject({ code: 'LABEL_USED' })
    await expect(remove(paying.id)).rejects.toMatchObject({ code: 'LABEL_USED' })
    await remove(free.id)
    await expect(remove(free.id)).rejects.toMatchObject({ code: 'LABEL_NOT_FOUND' })
    expect(await bornBy(prisma, fiche.id)).toBe(1)
  })

  it('keeps one that only a restricted fiche bears', async ({ act, make, prisma }) => {
    const { plan, viewer, label, bear } = await setUp({ make, prisma })
    const tag = await label('haies')
    const hidden = await make.fiche({ plan })
    await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
    await bear(hidden.id, tag)
    const remove = act(viewer, (useCase) => deleteLabel(useCase, tag.id))
    await expect(remove).rejects.toMatchObject({ code: 'LABEL_USED' })
  })
})

function bornBy(prisma: PrismaClient, ficheId: string) {
  return prisma.ficheLabel.count({ where: { ficheId } })
}
