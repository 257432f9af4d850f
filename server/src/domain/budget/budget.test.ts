import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { ConflictError, ForbiddenError, NotFoundError, ValidationError } from '../errors.ts'
import { addLigneBudget } from './add-ligne-budget.ts'
import { MAX_LIGNES_BUDGET } from './budget-rules.ts'
import { removeLigneBudget, updateLigneBudget } from './change-ligne-budget.ts'

const KEY = { type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'PREVISIONNEL' } as const

async function setUp(make: Factories) {
  const collectivite = await make.collectivite()
  const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
  const [{ viewer }, { viewer: colleague }] = [await make.membre({ collectivite }), await make.membre({ collectivite })]
  return { ficheId: fiche.id, collectivite, viewer, colleague }
}

describe('budget of a fiche', () => {
  it('keeps the lines that two people add at once', async ({ act, make, prisma }) => {
    const { ficheId, viewer, colleague } = await setUp(make)
    await Promise.all([
      act(viewer, (useCase) => addLigneBudget(useCase, { ...KEY, ficheId, annee: 2026, montant: '10' })),
      act(colleague, (useCase) => addLigneBudget(useCase, { ...KEY, ficheId, annee: null, montant: '25.50' })),
    ])
    const lines = await prisma.ligneBudget.findMany({ where: { ficheId }, orderBy: { montant: 'asc' } })
    expect(lines.map(({ annee, montant }) => [annee, montant.toFixed(2)])).toEqual([
      [2026, '10.00'],
      [null, '25.50'],
    ])
  })

  it.for([2026, null])(
    'refuses the second line of a key by naming the first, even at once: %s',
    async (annee, { act, make, prisma }) => {
      const { ficheId, viewer, colleague } = await setUp(make)
      const outcomes = await Promise.allSettled(
        [viewer, colleague].map((who) =>
          act(who, (useCase) => addLigneBudget(useCase, { ...KEY, ficheId, annee, montant: '12500' })),
        ),
      )
      const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
      expect(refusals).toEqual([expect.any(ConflictError)])
      expect(refusals[0]).toMatchObject({
        code: 'BUDGET_LINE_EXISTS',
        message: expect.stringMatching(/investissement, prévisionnel, (2026|total)\s: 12\s500\s€\sHT/),
      })
      expect(await prisma.ligneBudget.count({ where: { ficheId } })).toBe(1)
    },
  )

  it('changes what is named of a line, and refuses the key of another', async ({ act, make }) => {
    const { ficheId, viewer } = await setUp(make)
    const [first, second] = await act(viewer, async (useCase) => [
      await addLigneBudget(useCase, { ...KEY, ficheId, annee: 2026, montant: '1' }),
      await addLigneBudget(useCase, { ...KEY, ficheId, annee: 2027, montant: '2' }),
    ])
    if (!first || !second) throw new Error('two lines are added')
    const changed = await act(viewer, (useCase) => updateLigneBudget(useCase, { ligneId: first.id, montant: '3' }))
    expect([changed.annee, changed.montant.toFixed()]).toEqual([2026, '3'])
    await expect(
      act(viewer, (useCase) => updateLigneBudget(useCase, { ligneId: second.id, annee: 2026 })),
    ).rejects.toThrow(ConflictError)
    await act(viewer, (useCase) => removeLigneBudget(useCase, second.id))
    await expect(act(viewer, (useCase) => removeLigneBudget(useCase, second.id))).rejects.toThrow(NotFoundError)
  })

  it.for([
    ['999999999999.99', true],
    ['1000000000000', false],
    ['0', true],
    ['-1', false],
    ['1.234', false],
  ] as const)('takes %s as an amount: %s', async ([montant, taken], { act, make }) => {
    const { ficheId, viewer } = await setUp(make)
    const added = act(viewer, (useCase) => addLigneBudget(useCase, { ...KEY, ficheId, annee: 2026, montant }))
    await (taken ? expect(added).resolves.toMatchObject({ ficheId }) : expect(added).rejects.toThrow(ValidationError))
  })

  it.for([
    [1900, true],
    [1899, false],
    [2200, true],
    [2201, false],
  ] as const)('takes the year %s: %s', async ([annee, taken], { act, make }) => {
    const { ficheId, viewer } = await setUp(make)
    const added = act(viewer, (useCase) => addLigneBudget(useCase, { ...KEY, ficheId, annee, montant: '1' }))
    await (taken ? expect(added).resolves.toMatchObject({ ficheId }) : expect(added).rejects.toThrow(ValidationError))
  })

  it('holds as many lines as it may, and not one more', async ({ act, make, prisma }) => {
    const { ficheId, viewer } = await setUp(make)
    await prisma.ligneBudget.createMany({
      data: Array.from({ length: MAX_LIGNES_BUDGET - 1 }, (_, index) => ({
        ...KEY,
        ficheId,
        annee: 1900 + index,
        montant: 1,
      })),
    })
    const add = (annee: number) =>
      act(viewer, (useCase) => addLigneBudget(useCase, { ...KEY, ficheId, annee, montant: '1' }))
    await add(2200)
    await expect(add(2199)).rejects.toThrow(ValidationError)
  })

  it('is the reader’s to read only, and nobody’s elsewhere', async ({ act, make }) => {
    const { ficheId, collectivite } = await setUp(make)
    const { viewer: reader } = await make.membre({ collectivite, role: 'LECTEUR' })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    const line = { ...KEY, ficheId, annee: 2026, montant: '1' }
    await expect(act(reader, (useCase) => addLigneBudget(useCase, line))).rejects.toThrow(ForbiddenError)
    await expect(act(stranger, (useCase) => addLigneBudget(useCase, line))).rejects.toThrow(NotFoundError)
  })
})
