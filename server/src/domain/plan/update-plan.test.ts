import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { ValidationError } from '../errors.ts'
import { addPlanPerson, MAX_PERSONNES_OF_PLAN, removePlanPerson } from './change-plan-people.ts'
import { MAX_NIVEAU_CHARACTERS, MAX_NIVEAUX } from './plan-rules.ts'
import { updatePlan } from './update-plan.ts'

describe('updatePlan', () => {
  it('changes what is named and nothing else, within its limits', async ({ make, act }) => {
    const collectivite = await make.collectivite()
    const { id: planId, nom } = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const update = (changes: Partial<Parameters<typeof updatePlan>[1]>) =>
      act(viewer, (useCase) => updatePlan(useCase, { planId, ...changes }))
    const longest = 'é'.repeat(MAX_NIVEAU_CHARACTERS)
    expect(await update({ niveaux: Array.from({ length: MAX_NIVEAUX }, () => longest) })).toMatchObject({ nom })
    for (const niveaux of [[], [`${longest}é`], Array.from({ length: MAX_NIVEAUX + 1 }, () => 'Axe')])
      await expect(update({ niveaux })).rejects.toThrow(ValidationError)

    await update({ dateDebut: '2026-03-12', dateFin: '2026-03-12' })
    await expect(update({ dateFin: '2026-03-11' })).rejects.toThrow(ValidationError)
    await expect(update({ type: 'AUTRE' })).rejects.toThrow(ValidationError)
    await update({ type: 'AUTRE', typeAutre: 'Charte' })
    expect(await update({ type: 'PCAET', dateFin: null })).toMatchObject({ typeAutre: null, dateFin: null, nom })
  })
})

describe('the people of a plan', () => {
  it('are added and removed once, whoever does it twice', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const { id: planId } = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const personne = await prisma.personne.findFirstOrThrow({ where: { collectiviteId: collectivite.id } })
    const person = { planId, personneId: personne.id, as: 'pilotes' } as const
    for (const run of [addPlanPerson, addPlanPerson]) await act(viewer, (useCase) => run(useCase, person))
    expect(await prisma.planPilote.count({ where: { planId } })).toBe(1)
    for (const run of [removePlanPerson, removePlanPerson]) await act(viewer, (useCase) => run(useCase, person))
    expect(await prisma.planPilote.count({ where: { planId } })).toBe(0)
  })

  it(`are ${MAX_PERSONNES_OF_PLAN} at most in each part`, async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const { id: collectiviteId } = collectivite
    const { id: planId } = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const people = await prisma.personne.createManyAndReturn({
      data: Array.from({ length: MAX_PERSONNES_OF_PLAN + 1 }, (_, index) => ({
        collectiviteId,
        nom: `Personne ${index}`,
        nomNormalise: `personne ${index}`,
      })),
    })
    const [last, past, ...others] = people.map(({ id }) => id)
    await prisma.planPilote.createMany({ data: others.map((personneId) => ({ planId, personneId, collectiviteId })) })
    const add = (personneId = '', as: 'pilotes' | 'referents' = 'pilotes') =>
      act(viewer, (useCase) => addPlanPerson(useCase, { planId, personneId, as }))
    await add(last)
    await expect(add(past)).rejects.toThrow(ValidationError)
    expect(await prisma.planPilote.count({ where: { planId } })).toBe(MAX_PERSONNES_OF_PLAN)
    await add(past, 'referents')
  })
})
