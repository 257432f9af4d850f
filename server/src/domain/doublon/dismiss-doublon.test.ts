import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { recorded } from '../../../test/recorded.ts'
import { ForbiddenError, NotFoundError, ValidationError } from '../errors.ts'
import { dismissDoublon, reconsiderDoublon } from './dismiss-doublon.ts'

describe('dismissDoublon', () => {
  it('keeps one pair, whichever is named first and whoever says it again, and tells both fiches', async ({
    make,
    prisma,
    act,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const [one, two] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const { viewer } = await make.membre({ collectivite })
    const told = recorded()
    await Promise.all([
      act(viewer, (useCase) => dismissDoublon(told.in(useCase), { ficheId: one.id, autreId: two.id })),
      act(viewer, (useCase) => dismissDoublon(useCase, { ficheId: two.id, autreId: one.id })),
    ])
    const where = { OR: [{ ficheId: one.id }, { autreId: one.id }] }
    expect(await prisma.doublonEcarte.count({ where })).toBe(1)
    expect(told.changes).toEqual(
      [one.id, two.id].toSorted().map((ficheId) => ({ kind: 'fiche', ficheId, fields: ['similarFiches'] })),
    )
    await act(viewer, (useCase) => reconsiderDoublon(useCase, { ficheId: two.id, autreId: one.id }))
    await act(viewer, (useCase) => reconsiderDoublon(useCase, { ficheId: two.id, autreId: one.id }))
    expect(await prisma.doublonEcarte.count({ where })).toBe(0)
  })

  it('needs the right to change one of the two and to read the other', async ({ make, act }) => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const plan = await make.plan({ collectivite })
    const mine = await make.fiche({ plan, services: [service] })
    const [other, third] = [await make.fiche({ plan }), await make.fiche({ plan })]
    const foreign = await make.fiche()
    const { viewer } = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] })
    for (const decide of [dismissDoublon, reconsiderDoublon]) {
      const ask = (ficheId: string, autreId: string) => act(viewer, (useCase) => decide(useCase, { ficheId, autreId }))
      await ask(other.id, mine.id)
      await expect(ask(other.id, third.id)).rejects.toThrow(ForbiddenError)
      await expect(ask(mine.id, foreign.id)).rejects.toThrow(NotFoundError)
      await expect(ask(mine.id, mine.id)).rejects.toThrow(ValidationError)
    }
  })
})
