import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { LEVELS, PLAN_ACTS, ROLES } from './acts.ts'
import { mayInPlan } from './may.ts'
import { plansWhereMay } from './plans-where-may.ts'

const ACTS = Object.keys(PLAN_ACTS).filter((act): act is keyof typeof PLAN_ACTS => act in PLAN_ACTS)

it('finds the plans that the policy allows, for every role, ouverture and act', async ({ make, prisma }) => {
  const collectivite = await make.collectivite()
  const plans = await Promise.all(
    LEVELS.map(async (ouverture) => {
      const { id } = await make.plan({ collectivite })
      return prisma.plan.update({ where: { id }, data: { ouverture } })
    }),
  )
  const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
  const membres = await Promise.all(ROLES.map(async (role) => (await make.membre({ collectivite, role })).viewer))
  let allowed = 0

  for (const viewer of [...membres, stranger, null]) {
    for (const act of ACTS) {
      const found = await prisma.plan.findMany({
        where: { AND: [{ collectiviteId: collectivite.id }, plansWhereMay(viewer, act)] },
      })
      const judged = plans.filter((plan) => mayInPlan(viewer, act, plan)).map(({ id }) => id)
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(judged))
      allowed += judged.length
    }
  }
  // An éditeur at one ouverture, an admin at all of them.
  expect(allowed).toBe(3 * 1 + 4 * ACTS.length)
})
