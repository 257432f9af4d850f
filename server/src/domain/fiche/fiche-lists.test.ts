import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { ConflictError, ForbiddenError, ValidationError } from '../errors.ts'
import { addLigneFinanceur } from '../financeur/add-ligne-financeur.ts'
import { removeLigneFinanceur, updateLigneFinanceur } from '../financeur/change-ligne-financeur.ts'
import { deletePlan } from '../corbeille/delete-plan.ts'
import { restore } from '../corbeille/restore.ts'
import { MAX_FINANCEURS_PER_LIGNE } from '../financeur/financeur-rules.ts'
import { addMesureLiee, removeMesureLiee } from '../mesure/mesures-liees.ts'
import { MAX_MESURES } from '../mesure/mesure-rules.ts'
import { deleteNote, restoreNote, updateNote } from '../note/change-note.ts'
import { createNote } from '../note/create-note.ts'
import { MAX_NOTES } from '../note/note-rules.ts'
import { createSousAction } from '../sous-action/create-sous-action.ts'
import { makeSousAction } from '../sous-action/make-sous-action.ts'
import { moveSousAction } from '../sous-action/move-sous-action.ts'
import { MAX_SOUS_ACTIONS } from '../sous-action/sous-action-rules.ts'
import { takeOutSousAction } from '../sous-action/take-out-sous-action.ts'

async function setUp(make: Factories) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const axe = await make.axe({ plan })
  const fiche = await make.fiche({ axe })
  const [{ viewer }, { viewer: colleague }] = [await make.membre({ collectivite }), await make.membre({ collectivite })]
  return { ficheId: fiche.id, fiche, axe, plan, collectivite, viewer, colleague }
}

describe('financeurs of a fiche', () => {
  it('finds a label without accents or case, and creates it once when two people name it at once', async ({
    act,
    make,
    prisma,
  }) => {
    const { ficheId, collectivite, viewer, colleague } = await setUp(make)
    await Promise.all([
      act(viewer, (useCase) => addLigneFinanceur(useCase, { ficheId, noms: ['Région Grand Est'], montantHt: '10' })),
      act(colleague, (useCase) =>
        addLigneFinanceur(useCase, { ficheId, noms: ['REGION  grand est', 'ADEME'], montantHt: null }),
      ),
    ])
    expect(await prisma.label.count({ where: { collectiviteId: collectivite.id, genre: 'FINANCEUR' } })).toBe(2)
    expect(await prisma.ligneFinanceur.count({ where: { ficheId } })).toBe(2)
  })

  it('changes an amount and who shares it, one at least', async ({ act, make, prisma }) => {
    const { ficheId, viewer } = await setUp(make)
    const { id: ligneId } = await act(viewer, (useCase) =>
      addLigneFinanceur(useCase, { ficheId, noms: ['A', 'B'], montantHt: '1' }),
    )
    const labels = await prisma.ligneFinanceurLabel.findMany({ where: { ligneId } })
    const removeFinanceurIds = labels.map(({ labelId }) => labelId)
    await expect(
      act(viewer, (useCase) => updateLigneFinanceur(useCase, { ligneId, removeFinanceurIds })),
    ).rejects.toThrow(ValidationError)
    await act(viewer, (useCase) =>
      updateLigneFinanceur(useCase, { ligneId, removeFinanceurIds, addNoms: ['C'], montantHt: null }),
    )
    const ligne = await prisma.ligneFinanceur.findUniqueOrThrow({
      where: { id: ligneId },
      include: { financeurs: { include: { label: true } } },
    })
    expect([ligne.montantHt, ligne.financeurs.map(({ label }) => label.nom)]).toEqual([null, ['C']])
    await act(viewer, (useCase) => removeLigneFinanceur(useCase, ligneId))
    expect(await prisma.ligneFinanceur.count({ where: { ficheId } })).toBe(0)
  })

  it('shares a line among as many as it may, and not one more', async ({ act, make }) => {
    const { ficheId, viewer } = await setUp(make)
    const add = (count: number) =>
      act(viewer, (useCase) =>
        addLigneFinanceur(useCase, {
          ficheId,
          noms: Array.from({ length: count }, (_, index) => `F${index}`),
          montantHt: null,
        }),
      )
    await add(MAX_FINANCEURS_PER_LIGNE)
    await expect(add(MAX_FINANCEURS_PER_LIGNE + 1)).rejects.toThrow(ValidationError)
    await expect(add(0)).rejects.toThrow(ValidationError)
  })
})

describe('mesures liées of a fiche', () => {
  it('keeps a reference once, however often it is added', async ({ act, make, prisma }) => {
    const { ficheId, viewer, colleague } = await setUp(make)
    const mesure = { ficheId, code: 'cae 3.1.2', titre: 'Réduire les déchets' }
    const [first, second] = await Promise.all(
      [viewer, colleague].map((who) => act(who, (useCase) => addMesureLiee(useCase, mesure))),
    )
    expect(first?.id).toBe(second?.id)
    await act(viewer, (useCase) => removeMesureLiee(useCase, first?.id ?? ''))
    expect(await prisma.mesureLiee.count({ where: { ficheId } })).toBe(0)
    await expect(act(viewer, (useCase) => addMesureLiee(useCase, { ficheId, code: ' ', titre: '' }))).rejects.toThrow(
      ValidationError,
    )
  })

  it('holds as many as it may, and not one more', async ({ act, make, prisma }) => {
    const { ficheId, viewer } = await setUp(make)
    await prisma.mesureLiee.createMany({
      data: Array.from({ length: MAX_MESURES - 1 }, (_, index) => ({ ficheId, code: `m${index}`, titre: '' })),
    })
    const add = (code: string) => act(viewer, (useCase) => addMesureLiee(useCase, { ficheId, code, titre: '' }))
    await add('a')
    await expect(add('b')).rejects.toThrow(ValidationError)
  })
})

describe('notes de suivi', () => {
  it('keeps the notes that two people create at once', async ({ act, make, prisma }) => {
    const { ficheId, viewer, colleague } = await setUp(make)
    await Promise.all(
      [viewer, colleague].map((who) => act(who, (useCase) => createNote(useCase, { ficheId, date: '2026-03-12' }))),
    )
    expect(await prisma.noteSuivi.count({ where: { ficheId } })).toBe(2)
  })

  it('goes to the corbeille and comes back, however often it is asked', async ({ act, make, prisma }) => {
    const { ficheId, collectivite, viewer } = await setUp(make)
    const { id } = await act(viewer, (useCase) => createNote(useCase, { ficheId, date: '2026-03-12' }))
    await act(viewer, (useCase) => deleteNote(useCase, id))
    await act(viewer, (useCase) => deleteNote(useCase, id))
    expect(await prisma.suppression.findMany({ where: { collectiviteId: collectivite.id } })).toMatchObject([
      { kind: 'NOTE', objetId: id, nom: 'Note du 12 mars 2026' },
    ])
    await expect(act(viewer, (useCase) => updateNote(useCase, { noteId: id, date: '2026-03-13' }))).rejects.toThrow(
      'introuvable',
    )
    await act(viewer, (useCase) => restoreNote(useCase, id))
    await act(viewer, (useCase) => restoreNote(useCase, id))
    expect(await prisma.suppression.count({ where: { collectiviteId: collectivite.id } })).toBe(0)
    const moved = await act(viewer, (useCase) => updateNote(useCase, { noteId: id, date: '2026-03-13' }))
    expect(moved.date).toEqual(new Date('2026-03-13'))
  })

  it('holds as many as it may, those of the corbeille apart, and not one more', async ({ act, make, prisma }) => {
    const { ficheId, viewer } = await setUp(make)
    await prisma.noteSuivi.createMany({
      data: Array.from({ length: MAX_NOTES - 1 }, () => ({ ficheId, date: new Date('2026-01-01') })),
    })
    const create = () => act(viewer, (useCase) => createNote(useCase, { ficheId, date: '2026-03-12' }))
    const { id } = await create()
    await expect(create()).rejects.toThrow(ValidationError)
    await act(viewer, (useCase) => deleteNote(useCase, id))
    await create()
  })
})

describe('sous-actions', () => {
  const create = (parentId: string, titre: string) => ({ parentId, fiche: { axeId: null, titre } })

  it('are created at once after each other, follow the parent’s rights and have no place', async ({
    act,
    make,
    prisma,
  }) => {
    const { ficheId, fiche, collectivite, viewer, colleague } = await setUp(make)
    const service = await make.service({ collectivite })
    await prisma.ficheService.create({
      data: { ficheId: fiche.id, serviceId: service.id, collectiviteId: collectivite.id },
    })
    const { viewer: contributeur } = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] })
    await Promise.all(
      [viewer, colleague, contributeur].map((who, index) =>
        act(who, (useCase) => createSousAction(useCase, create(ficheId, `S${index}`))),
      ),
    )
    const all = await prisma.fiche.findMany({
      where: { parentId: ficheId },
      include: { placements: true, document: true },
    })
    expect(new Set(all.map(({ position }) => position)).size).toBe(3)
    expect(all.every(({ placements, document }) => placements.length === 0 && document !== null)).toBe(true)
    const { viewer: reader } = await make.membre({ collectivite, role: 'LECTEUR' })
    await expect(act(reader, (useCase) => createSousAction(useCase, create(ficheId, 'Non')))).rejects.toThrow(
      ForbiddenError,
    )
  })

  it('move among those of their fiche', async ({ act, make, prisma }) => {
    const { ficheId, viewer } = await setUp(make)
    const [a, b, c] = await act(viewer, async (useCase) => [
      await createSousAction(useCase, create(ficheId, 'A')),
      await createSousAction(useCase, create(ficheId, 'B')),
      await createSousAction(useCase, create(ficheId, 'C')),
    ])
    const order = async () =>
      (await prisma.fiche.findMany({ where: { parentId: ficheId }, orderBy: { position: 'asc' } }))
        .map(({ titre }) => titre)
        .join('')
    const move = (id = '', afterId: string | null = null) =>
      act(viewer, (useCase) => moveSousAction(useCase, { sousActionId: id, afterId }))
    await move(c?.sousActionId)
    expect(await order()).toBe('CAB')
    await move(a?.sousActionId, b?.sousActionId)
    expect(await order()).toBe('CBA')
    await expect(move(a?.sousActionId, a?.sousActionId)).rejects.toThrow('introuvable')
  })

  it('are of one level: none of a sous-action, and a fiche that has some is none', async ({ act, make }) => {
    const { ficheId, axe, viewer } = await setUp(make)
    const { sousActionId } = await act(viewer, (useCase) => createSousAction(useCase, create(ficheId, 'A')))
    const other = await make.fiche({ axe })
    await expect(act(viewer, (useCase) => createSousAction(useCase, create(sousActionId, 'B')))).rejects.toThrow(
      ConflictError,
    )
    await expect(act(viewer, (useCase) => makeSousAction(useCase, { ficheId, parentId: other.id }))).rejects.toThrow(
      ConflictError,
    )
    await expect(
      act(viewer, (useCase) => makeSousAction(useCase, { ficheId: other.id, parentId: sousActionId })),
    ).rejects.toThrow(ConflictError)
    await expect(act(viewer, (useCase) => makeSousAction(useCase, { ficheId, parentId: ficheId }))).rejects.toThrow(
      ConflictError,
    )
  })

  it('lets one of two fiches become the sous-action of the other when both are asked at once', async ({
    act,
    make,
  }) => {
    const { ficheId, axe, viewer, colleague } = await setUp(make)
    const { id: otherId } = await make.fiche({ axe })
    const outcomes = await Promise.allSettled([
      act(viewer, (useCase) => makeSousAction(useCase, { ficheId, parentId: otherId })),
      act(colleague, (useCase) => makeSousAction(useCase, { ficheId: otherId, parentId: ficheId })),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(ConflictError)
  })

  it('becomes one and is taken out again, right after its parent', async ({ act, make, prisma }) => {
    const { ficheId, axe, viewer } = await setUp(make)
    const other = await make.fiche({ axe, titre: 'Autre' })
    const last = await make.fiche({ axe, titre: 'Dernière' })
    await act(viewer, (useCase) => makeSousAction(useCase, { ficheId: last.id, parentId: ficheId }))
    expect(await prisma.placement.count({ where: { ficheId: last.id } })).toBe(0)
    await act(viewer, (useCase) => takeOutSousAction(useCase, last.id))
    const places = await prisma.placement.findMany({ where: { axeId: axe.id }, orderBy: { position: 'asc' } })
    expect(places.map((place) => place.ficheId)).toEqual([ficheId, last.id, other.id])
  })

  it('keeps a place that the viewer may not read', async ({ act, make, prisma }) => {
    const { ficheId, axe, collectivite, viewer } = await setUp(make)
    const other = await make.fiche({ axe })
    const hidden = await make.plan({ collectivite })
    await prisma.plan.update({ where: { id: hidden.id }, data: { visibilite: 'RESTREINT' } })
    await prisma.placement.create({
      data: { ficheId: other.id, planId: hidden.id, collectiviteId: collectivite.id, position: 'a0' },
    })
    await expect(
      act(viewer, (useCase) => makeSousAction(useCase, { ficheId: other.id, parentId: ficheId })),
    ).rejects.toThrow(ForbiddenError)
    expect(await prisma.placement.count({ where: { ficheId: other.id } })).toBe(2)
  })

  it('leaves the places that the corbeille holds with the others', async ({ act, make, prisma }) => {
    const { ficheId, axe, collectivite, viewer } = await setUp(make)
    const other = await make.fiche({ axe })
    const deleted = await make.plan({ collectivite })
    await prisma.placement.create({
      data: { ficheId: other.id, planId: deleted.id, collectiviteId: collectivite.id, position: 'a0' },
    })
    const [suppressionId = ''] = await act(viewer, (useCase) => deletePlan(useCase, deleted.id))
    await act(viewer, (useCase) => makeSousAction(useCase, { ficheId: other.id, parentId: ficheId }))
    expect(await prisma.placement.count({ where: { ficheId: other.id } })).toBe(0)
    await act(viewer, (useCase) => restore(useCase, { suppressionIds: [suppressionId] }))
    expect(await prisma.fiche.findUnique({ where: { id: other.id } })).toMatchObject({ parentId: ficheId })
  })

  it('are as many as a fiche may have, and not one more', async ({ act, make, prisma }) => {
    const { ficheId, collectivite, viewer } = await setUp(make)
    await prisma.fiche.createMany({
      data: Array.from({ length: MAX_SOUS_ACTIONS - 1 }, (_, index) => ({
        collectiviteId: collectivite.id,
        parentId: ficheId,
        position: `a${String(index).padStart(3, '0')}V`,
      })),
    })
    await act(viewer, (useCase) => createSousAction(useCase, create(ficheId, 'Dernière')))
    await expect(act(viewer, (useCase) => createSousAction(useCase, create(ficheId, 'De trop')))).rejects.toThrow(
      ValidationError,
    )
  })
})
