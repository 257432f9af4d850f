import type { Collectivite } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { addLigneBudget } from '../../src/domain/budget/add-ligne-budget.ts'
import { deleteChamp } from '../../src/domain/champ-propre/edit-champs.ts'
import { setValeur } from '../../src/domain/champ-propre/set-valeur.ts'
import { deleteFiches } from '../../src/domain/corbeille/delete-fiches.ts'
import { ConflictError, DomainError } from '../../src/domain/errors.ts'
import { addFicheLabel } from '../../src/domain/fiche/sets/fiche-labels.ts'
import { linkFiches } from '../../src/domain/lien/link-fiches.ts'
import { createNote } from '../../src/domain/note/create-note.ts'
import { addPlacement } from '../../src/domain/placement/add-placement.ts'
import { removePlacement } from '../../src/domain/placement/remove-placement.ts'
import { createSousAction } from '../../src/domain/sous-action/create-sous-action.ts'
import { makeSousAction } from '../../src/domain/sous-action/make-sous-action.ts'
import { takeOutSousAction } from '../../src/domain/sous-action/take-out-sous-action.ts'
import type { Factories } from '../factories.ts'
import { expectRefusal, people, raceTest as it } from './race-test.ts'

describe('a champ propre', () => {
  for (const type of ['TEXTE', 'CHOIX'] as const) {
    it(`of type ${type}, deleted meanwhile, is not found by who fills it in`, async ({ make, prisma, race }) => {
      const { collectivite, viewer } = await people({ make, prisma })
      const plan = await make.plan({ collectivite })
      const fiche = await make.fiche({ plan })
      const champ = await prisma.champPropre.create({ data: { planId: plan.id, nom: 'Clause', type, position: 'a0' } })
      const choix =
        type === 'CHOIX' &&
        (await prisma.champPropreChoix.create({ data: { champId: champ.id, nom: 'Oui', position: 'a0' } }))
      const { second } = await race(viewer, {
        first: (useCase) => deleteChamp(useCase, champ.id),
        second: (useCase) =>
          setValeur(useCase, {
            ficheId: fiche.id,
            champId: champ.id,
            ...(choix ? { choixId: choix.id } : { texte: 'Oui' }),
          }),
      })
      expectRefusal(second.error, 'CHAMP_NOT_FOUND')
    })
  }
})

describe('two people who change the same fiches at once', () => {
  async function two(collectivite: Collectivite, make: Factories) {
    const plan = await make.plan({ collectivite })
    return { plan, one: await make.fiche({ plan }), other: await make.fiche({ plan }) }
  }

  it('link them once, whichever comes first', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { first, second } = await race(viewer, {
      first: (useCase) => linkFiches(useCase, { ficheId: one.id, autreId: other.id, type: 'LIEE' }),
      second: (useCase) => linkFiches(useCase, { ficheId: other.id, autreId: one.id, type: 'LIEE' }),
    })
    expect(second.value?.id).toBe(first.id)
  })

  it('are told that a link with a direction goes the other way', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await race(viewer, {
      first: (useCase) => linkFiches(useCase, { ficheId: one.id, autreId: other.id, type: 'DEPEND_DE' }),
      second: (useCase) => linkFiches(useCase, { ficheId: other.id, autreId: one.id, type: 'DEPEND_DE' }),
    })
    expectRefusal(second.error, 'LIEN_REVERSED')
  })

  it('do not make each a sous-action of the other', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await race(viewer, {
      first: (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }),
      second: (useCase) => makeSousAction(useCase, { ficheId: other.id, parentId: one.id }),
    })
    expectRefusal(second.error, 'SOUS_ACTION_ONE_LEVEL')
  })

  it('do not place one that becomes a sous-action, nor lose it', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const elsewhere = await make.plan({ collectivite })
    const { second } = await race(viewer, {
      first: (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }),
      second: (useCase) => addPlacement(useCase, { ficheId: one.id, planId: elsewhere.id, axeId: null }),
    })
    expectRefusal(second.error, 'SOUS_ACTION_PLACED')
    expect(await prisma.placement.count({ where: { ficheId: one.id } })).toBe(0)
  })

  it('make a sous-action of one that is placed just before', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const elsewhere = await make.plan({ collectivite })
    const { second } = await race(viewer, {
      first: (useCase) => addPlacement(useCase, { ficheId: one.id, planId: elsewhere.id, axeId: null }),
      second: (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }),
    })
    if (second.error) expect(second.error).toBeInstanceOf(DomainError)
    else expect(await prisma.placement.count({ where: { ficheId: one.id } })).toBe(0)
  })

  it('take away the place of one that becomes a sous-action', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await race(viewer, {
      first: (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }),
      second: (useCase) => removePlacement(useCase, one.placement.id),
    })
    if (second.error) expect(second.error).toBeInstanceOf(DomainError)
    expect(await prisma.fiche.findUnique({ where: { id: one.id } })).toMatchObject({ parentId: other.id })
  })

  it('create a sous-action of one that becomes a sous-action: it is refused', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await race(viewer, {
      first: (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }),
      second: (useCase) =>
        createSousAction(useCase, { parentId: one.id, fiche: { axeId: null, titre: 'Une sous-action' } }),
    })
    expectRefusal(second.error, 'SOUS_ACTION_ONE_LEVEL')
  })

  it('take a sous-action out of a fiche that is deleted: it follows the fiche, or stands alone', async ({
    make,
    prisma,
    act,
    race,
  }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    await act(viewer, (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }))
    const { second } = await race(viewer, {
      first: (useCase) => deleteFiches(useCase, { ficheIds: [other.id] }),
      second: (useCase) => takeOutSousAction(useCase, one.id),
    })
    expectRefusal(second.error, 'FICHE_NOT_FOUND')
  })

  it('write a note in a fiche that is deleted: it is not found', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one } = await two(collectivite, make)
    const { second } = await race(viewer, {
      first: (useCase) => deleteFiches(useCase, { ficheIds: [one.id] }),
      second: (useCase) => createNote(useCase, { ficheId: one.id, date: '2026-03-12' }),
    })
    expectRefusal(second.error, 'FICHE_NOT_FOUND')
  })

  it('add one budget line, and a conflict names it', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one } = await two(collectivite, make)
    const ligne = { ficheId: one.id, type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', annee: null } as const
    const { second } = await race(viewer, {
      first: (useCase) => addLigneBudget(useCase, { ...ligne, montant: '12500' }),
      second: (useCase) => addLigneBudget(useCase, { ...ligne, montant: '99' }),
    })
    expect(second.error).toBeInstanceOf(ConflictError)
    expect(String(second.error)).toMatch(/12.500/)
  })

  it('create one label under two spellings', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await race(viewer, {
      first: (useCase) => addFicheLabel(useCase, { ficheId: one.id, genre: 'TAG', nom: 'Énergie' }),
      second: (useCase) => addFicheLabel(useCase, { ficheId: other.id, genre: 'TAG', nom: ' ENERGIE ' }),
    })
    expect(second.error).toBeUndefined()
    expect(await prisma.label.count({ where: { collectiviteId: collectivite.id } })).toBe(1)
  })
})
