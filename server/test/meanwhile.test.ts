import type { Collectivite, PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { addLigneBudget } from '../src/domain/budget/add-ligne-budget.ts'
import { deleteChamp } from '../src/domain/champ-propre/edit-champs.ts'
import { setValeur } from '../src/domain/champ-propre/set-valeur.ts'
import { deleteAxes } from '../src/domain/corbeille/delete-axes.ts'
import { deleteFiches } from '../src/domain/corbeille/delete-fiches.ts'
import { deletePlan } from '../src/domain/corbeille/delete-plan.ts'
import { restore } from '../src/domain/corbeille/restore.ts'
import { ConflictError, DomainError, NotFoundError } from '../src/domain/errors.ts'
import { createAxe } from '../src/domain/axe/create-axe.ts'
import { moveAxes } from '../src/domain/axe/move-axes.ts'
import { createFiches } from '../src/domain/fiche/create-fiches.ts'
import { addFichePersonne } from '../src/domain/fiche/sets/fiche-personnes.ts'
import { addFicheLabel } from '../src/domain/fiche/sets/fiche-labels.ts'
import { acceptInvitation } from '../src/domain/invitation/accept-invitation.ts'
import { hashSecret } from '../src/domain/invitation/invitation-link.ts'
import { linkFiches } from '../src/domain/lien/link-fiches.ts'
import { removeMembre } from '../src/domain/membre/remove-membre.ts'
import { createNote } from '../src/domain/note/create-note.ts'
import { attachPersonne } from '../src/domain/personne/attach-personne.ts'
import { renamePersonne } from '../src/domain/personne/rename-personne.ts'
import { addPlacement } from '../src/domain/placement/add-placement.ts'
import { removePlacement } from '../src/domain/placement/remove-placement.ts'
import { addPlanPerson } from '../src/domain/plan/change-plan-people.ts'
import { readableFiches } from '../src/domain/rights/readable.ts'
import { createSousAction } from '../src/domain/sous-action/create-sous-action.ts'
import { makeSousAction } from '../src/domain/sous-action/make-sous-action.ts'
import { takeOutSousAction } from '../src/domain/sous-action/take-out-sous-action.ts'
import type { UseCase } from '../src/domain/use-case.ts'
import { domainTest as it } from './domain-test.ts'
import type { Factories } from './factories.ts'
import { meanwhile } from './meanwhile.ts'

async function people({ make, prisma }: { make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const { viewer, user } = await make.membre({ collectivite, role: 'ADMIN' })
  const { viewer: editeur } = await make.membre({ collectivite, role: 'EDITEUR' })
  const [membership] = viewer.memberships
  if (!membership) throw new Error('a member is made')
  const named = await prisma.personne.create({
    data: { collectiviteId: collectivite.id, nom: 'Awa', nomNormalise: 'awa' },
  })
  return { collectivite, viewer, editeur, user, membreId: membership.membreId, named }
}

/** A refusal that the person can read, as opposed to an error of ours. */
function expectRefusal(error: unknown, code: string): void {
  expect(error).toBeInstanceOf(DomainError)
  expect(error).toMatchObject({ code })
}

describe('a person who becomes a member meanwhile', () => {
  for (const part of ['pilotes', 'referents'] as const) {
    it(`is not found any more by who adds them to the ${part} of a fiche`, async ({ make, prisma, act }) => {
      const { collectivite, viewer, membreId, named } = await people({ make, prisma })
      const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
      const { second } = await meanwhile({
        prisma,
        viewer,
        act,
        first: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
        second: (useCase) => addFichePersonne(useCase, part, { ficheId: fiche.id, personneId: named.id }),
      })
      expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
    })

    it(`is not found any more by who adds them to the ${part} of a plan`, async ({ make, prisma, act }) => {
      const { collectivite, viewer, membreId, named } = await people({ make, prisma })
      const plan = await make.plan({ collectivite })
      const { second } = await meanwhile({
        prisma,
        viewer,
        act,
        first: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
        second: (useCase) => addPlanPerson(useCase, { planId: plan.id, personneId: named.id, as: part }),
      })
      expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
    })

    it(`takes over what they are added to just before, as ${part}`, async ({ make, prisma, act }) => {
      const { collectivite, viewer, membreId, named } = await people({ make, prisma })
      const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
      const { second } = await meanwhile({
        prisma,
        viewer,
        act,
        first: (useCase) => addFichePersonne(useCase, part, { ficheId: fiche.id, personneId: named.id }),
        second: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
      })
      expect(second.error).toBeUndefined()
      const where = { ficheId: fiche.id }
      const rows = await (part === 'pilotes'
        ? prisma.fichePilote.findMany({ where, include: { personne: true } })
        : prisma.ficheReferent.findMany({ where, include: { personne: true } }))
      expect(rows.map(({ personne }) => personne.membreId)).toEqual([membreId])
    })
  }

  it('is added as the member by who gives their name', async ({ make, prisma, act }) => {
    const { collectivite, viewer, membreId, named } = await people({ make, prisma })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
      second: (useCase) => addFichePersonne(useCase, 'pilotes', { ficheId: fiche.id, nom: 'Awa' }),
    })
    if (second.error) expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
    else expect(await prisma.fichePilote.count({ where: { ficheId: fiche.id } })).toBe(1)
  })

  it('is not renamed any more', async ({ make, prisma, act }) => {
    const { viewer, membreId, named } = await people({ make, prisma })
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
      second: (useCase) => renamePersonne(useCase, { personneId: named.id, nom: 'Zoé' }),
    })
    expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
  })

  it('is not attached twice', async ({ make, prisma, act }) => {
    const { viewer, membreId, named } = await people({ make, prisma })
    const attach = { membreId, personneId: named.id }
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => attachPersonne(useCase, attach),
      second: (useCase) => attachPersonne(useCase, attach),
    })
    expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
  })
})

describe('an invitation', () => {
  async function invited(prisma: PrismaClient, collectivite: Collectivite, email: string) {
    const token = `${email} ${collectivite.id}`
    await prisma.invitation.create({
      data: {
        collectiviteId: collectivite.id,
        email,
        role: 'EDITEUR',
        tokenHash: hashSecret(token),
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    })
    return token
  }

  it('is accepted once by two pages that create the account at once', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const email = `nouveau.${collectivite.siren}@exemple.fr`
    const token = await invited(prisma, collectivite, email)
    const account = { nom: 'Léa Petit', passwordHash: 'x' }
    const { second } = await meanwhile({
      prisma,
      viewer,
      act: (_viewer, run) => act(null, run),
      first: (useCase) => acceptInvitation(useCase, { token, account }),
      second: (useCase) => acceptInvitation(useCase, { token, account }),
    })
    expectRefusal(second.error, 'INVITATION_USED')
    expect(await prisma.membre.count({ where: { collectiviteId: collectivite.id, user: { email } } })).toBe(1)
  })

  it('to a second collectivité, accepted while the first creates the account, asks to sign in', async ({
    make,
    prisma,
    act,
  }) => {
    const one = await people({ make, prisma })
    const other = await people({ make, prisma })
    const email = `double.${one.collectivite.siren}@exemple.fr`
    const tokens = [await invited(prisma, one.collectivite, email), await invited(prisma, other.collectivite, email)]
    const account = { nom: 'Léa Petit', passwordHash: 'x' }
    const { second } = await meanwhile({
      prisma,
      viewer: one.viewer,
      act: (_viewer, run) => act(null, run),
      first: (useCase) => acceptInvitation(useCase, { token: tokens[0] ?? '', account }),
      second: (useCase) => acceptInvitation(useCase, { token: tokens[1] ?? '', account }),
    })
    expectRefusal(second.error, 'SIGN_IN_REQUIRED')
  })

  it('answers who is removed meanwhile', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { user, viewer: guest } = await make.membre({ collectivite })
    const token = await invited(prisma, collectivite, user.email)
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => removeMembre(useCase, guest.memberships[0]?.membreId ?? ''),
      second: (useCase) => acceptInvitation({ ...useCase, viewer: guest }, { token, account: null }),
    })
    expect(second.error).toBeUndefined()
    expect(await prisma.membre.count({ where: { collectiviteId: collectivite.id, userId: user.id } })).toBe(1)
  })
})

describe('a champ propre', () => {
  for (const type of ['TEXTE', 'CHOIX'] as const) {
    it(`of type ${type}, deleted meanwhile, is not found by who fills it in`, async ({ make, prisma, act }) => {
      const { collectivite, viewer } = await people({ make, prisma })
      const plan = await make.plan({ collectivite })
      const fiche = await make.fiche({ plan })
      const champ = await prisma.champPropre.create({ data: { planId: plan.id, nom: 'Clause', type, position: 'a0' } })
      const choix =
        type === 'CHOIX' &&
        (await prisma.champPropreChoix.create({ data: { champId: champ.id, nom: 'Oui', position: 'a0' } }))
      const { second } = await meanwhile({
        prisma,
        viewer,
        act,
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

describe('what is deleted twice at once', () => {
  it('is one line of the corbeille, for a plan', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    await make.fiche({ plan })
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => deletePlan(useCase, plan.id),
      second: (useCase) => deletePlan(useCase, plan.id),
    })
    expectRefusal(second.error, 'PLAN_NOT_FOUND')
    expect(await prisma.suppression.count({ where: { collectiviteId: collectivite.id } })).toBe(1)
  })

  it('is one line of the corbeille, for an axe', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    const axe = await make.axe({ plan })
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [axe.id] }),
      second: (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [axe.id] }),
    })
    expectRefusal(second.error, 'AXE_NOT_FOUND')
    expect(await prisma.suppression.count({ where: { collectiviteId: collectivite.id } })).toBe(1)
  })

  it('is one line of the corbeille, for fiches named in two orders', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    const [one, two] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => deleteFiches(useCase, { ficheIds: [one.id, two.id] }),
      second: (useCase) => deleteFiches(useCase, { ficheIds: [two.id, one.id] }),
    })
    expectRefusal(second.error, 'FICHE_NOT_FOUND')
    expect(await prisma.suppression.count({ where: { collectiviteId: collectivite.id } })).toBe(2)
  })

  it('leaves a fiche deleted with its plan in one line', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    const fiche = await make.fiche({ plan })
    const { first, second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => deletePlan(useCase, plan.id),
      second: (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }),
    })
    expectRefusal(second.error, 'FICHE_NOT_FOUND')
    expect(await prisma.fiche.findUnique({ where: { id: fiche.id } })).toMatchObject({ suppressionId: first[0] })
  })

  it('comes back once when two people restore it', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const plan = await make.plan({ collectivite })
    const fiche = await make.fiche({ plan })
    const [suppressionId = ''] = await act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }))
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => restore(useCase, { suppressionIds: [suppressionId] }),
      second: (useCase) => restore(useCase, { suppressionIds: [suppressionId] }),
    })
    expectRefusal(second.error, 'SUPPRESSION_NOT_FOUND')
    expect(await prisma.placement.count({ where: { ficheId: fiche.id } })).toBe(1)
  })

  it('comes back once, for a fiche hors plan', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    await prisma.placement.deleteMany({ where: { ficheId: fiche.id } })
    const [suppressionId = ''] = await act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }))
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => restore(useCase, { suppressionIds: [suppressionId] }),
      second: (useCase) => restore(useCase, { suppressionIds: [suppressionId] }),
    })
    expectRefusal(second.error, 'SUPPRESSION_NOT_FOUND')
  })
})

describe('a plan that is deleted meanwhile', () => {
  async function planAndFiche(collectivite: Collectivite, { make, prisma }: { make: Factories; prisma: PrismaClient }) {
    const plan = await make.plan({ collectivite })
    const horsPlan = await make.fiche({ plan: await make.plan({ collectivite }) })
    await prisma.placement.deleteMany({ where: { ficheId: horsPlan.id } })
    return { plan, horsPlan }
  }

  it('does not take a fiche that is placed in it, which nobody would find again', async ({ make, prisma, act }) => {
    const { collectivite, viewer, editeur } = await people({ make, prisma })
    const { plan, horsPlan } = await planAndFiche(collectivite, { make, prisma })
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => deletePlan(useCase, plan.id),
      second: (useCase) => addPlacement(useCase, { ficheId: horsPlan.id, planId: plan.id, axeId: null }),
    })
    expectRefusal(second.error, 'PLAN_NOT_FOUND')
    expect(await prisma.fiche.count({ where: { AND: [{ id: horsPlan.id }, readableFiches(editeur)] } })).toBe(1)
  })

  it('is not found by who creates a fiche, an axe or moves one in it', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const acts: Record<string, (useCase: UseCase, ids: { planId: string; axeId: string }) => Promise<unknown>> = {
      fiche: (useCase, { planId }) => createFiches(useCase, { planId, fiches: [{ axeId: null, titre: 'Haies' }] }),
      axe: (useCase, { planId }) => createAxe(useCase, { planId, parentId: null, nom: 'Eau' }),
      move: (useCase, { planId, axeId }) => moveAxes(useCase, { planId, moves: [{ axeIds: [axeId], parentId: null }] }),
    }
    for (const [name, run] of Object.entries(acts)) {
      const plan = await make.plan({ collectivite })
      const axe = await make.axe({ plan })
      const { second } = await meanwhile({
        prisma,
        viewer,
        act,
        first: (useCase) => deletePlan(useCase, plan.id),
        second: (useCase) => run(useCase, { planId: plan.id, axeId: axe.id }),
      })
      expect(second.error, name).toBeInstanceOf(NotFoundError)
    }
  })

  it('takes with it the fiche placed in it just before', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { plan, horsPlan } = await planAndFiche(collectivite, { make, prisma })
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => addPlacement(useCase, { ficheId: horsPlan.id, planId: plan.id, axeId: null }),
      second: (useCase) => deletePlan(useCase, plan.id),
    })
    expect(await prisma.fiche.findUnique({ where: { id: horsPlan.id } })).toMatchObject({
      suppressionId: second.value?.[0],
    })
  })
})

describe('two people who change the same fiches at once', () => {
  async function two(collectivite: Collectivite, make: Factories) {
    const plan = await make.plan({ collectivite })
    return { plan, one: await make.fiche({ plan }), other: await make.fiche({ plan }) }
  }

  it('link them once, whichever comes first', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { first, second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => linkFiches(useCase, { ficheId: one.id, autreId: other.id, type: 'LIEE' }),
      second: (useCase) => linkFiches(useCase, { ficheId: other.id, autreId: one.id, type: 'LIEE' }),
    })
    expect(second.value?.id).toBe(first.id)
  })

  it('are told that a link with a direction goes the other way', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => linkFiches(useCase, { ficheId: one.id, autreId: other.id, type: 'DEPEND_DE' }),
      second: (useCase) => linkFiches(useCase, { ficheId: other.id, autreId: one.id, type: 'DEPEND_DE' }),
    })
    expectRefusal(second.error, 'LIEN_REVERSED')
  })

  it('do not make each a sous-action of the other', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }),
      second: (useCase) => makeSousAction(useCase, { ficheId: other.id, parentId: one.id }),
    })
    expectRefusal(second.error, 'SOUS_ACTION_ONE_LEVEL')
  })

  it('do not place one that becomes a sous-action, nor lose it', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const elsewhere = await make.plan({ collectivite })
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }),
      second: (useCase) => addPlacement(useCase, { ficheId: one.id, planId: elsewhere.id, axeId: null }),
    })
    expectRefusal(second.error, 'SOUS_ACTION_PLACED')
    expect(await prisma.placement.count({ where: { ficheId: one.id } })).toBe(0)
  })

  it('make a sous-action of one that is placed just before', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const elsewhere = await make.plan({ collectivite })
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => addPlacement(useCase, { ficheId: one.id, planId: elsewhere.id, axeId: null }),
      second: (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }),
    })
    if (second.error) expect(second.error).toBeInstanceOf(DomainError)
    else expect(await prisma.placement.count({ where: { ficheId: one.id } })).toBe(0)
  })

  it('take away the place of one that becomes a sous-action', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }),
      second: (useCase) => removePlacement(useCase, one.placement.id),
    })
    if (second.error) expect(second.error).toBeInstanceOf(DomainError)
    expect(await prisma.fiche.findUnique({ where: { id: one.id } })).toMatchObject({ parentId: other.id })
  })

  it('create a sous-action of one that becomes a sous-action: it is refused', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
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
  }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    await act(viewer, (useCase) => makeSousAction(useCase, { ficheId: one.id, parentId: other.id }))
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => deleteFiches(useCase, { ficheIds: [other.id] }),
      second: (useCase) => takeOutSousAction(useCase, one.id),
    })
    expectRefusal(second.error, 'FICHE_NOT_FOUND')
  })

  it('write a note in a fiche that is deleted: it is not found', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one } = await two(collectivite, make)
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => deleteFiches(useCase, { ficheIds: [one.id] }),
      second: (useCase) => createNote(useCase, { ficheId: one.id, date: '2026-03-12' }),
    })
    expectRefusal(second.error, 'FICHE_NOT_FOUND')
  })

  it('add one budget line, and a conflict names it', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one } = await two(collectivite, make)
    const ligne = { ficheId: one.id, type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', annee: null } as const
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => addLigneBudget(useCase, { ...ligne, montant: '12500' }),
      second: (useCase) => addLigneBudget(useCase, { ...ligne, montant: '99' }),
    })
    expect(second.error).toBeInstanceOf(ConflictError)
    expect(String(second.error)).toMatch(/12.500/)
  })

  it('create one label under two spellings', async ({ make, prisma, act }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { one, other } = await two(collectivite, make)
    const { second } = await meanwhile({
      prisma,
      viewer,
      act,
      first: (useCase) => addFicheLabel(useCase, { ficheId: one.id, genre: 'TAG', nom: 'Énergie' }),
      second: (useCase) => addFicheLabel(useCase, { ficheId: other.id, genre: 'TAG', nom: ' ENERGIE ' }),
    })
    expect(second.error).toBeUndefined()
    expect(await prisma.label.count({ where: { collectiviteId: collectivite.id } })).toBe(1)
  })
})

it('does not close a circle of axes by two moves at once', async ({ make, prisma, act }) => {
  const { collectivite, viewer } = await people({ make, prisma })
  const plan = await make.plan({ collectivite })
  const [one, other] = [await make.axe({ plan }), await make.axe({ plan })]
  const { second } = await meanwhile({
    prisma,
    viewer,
    act,
    first: (useCase) => moveAxes(useCase, { planId: plan.id, moves: [{ axeIds: [one.id], parentId: other.id }] }),
    second: (useCase) => moveAxes(useCase, { planId: plan.id, moves: [{ axeIds: [other.id], parentId: one.id }] }),
  })
  expectRefusal(second.error, 'AXE_CYCLE')
})
