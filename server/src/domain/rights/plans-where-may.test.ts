import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Viewer } from '../viewer.ts'
import { LEVELS, PLAN_ACTS, ROLES } from './acts.ts'
import { octroisOf } from './granted.ts'
import { mayInPlan } from './may.ts'
import { plansWhereMay } from './plans-where-may.ts'
import { readablePlans } from './readable.ts'

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
      const judged = plans.filter((plan) => mayInPlan(viewer, act, { ...plan, octrois: [] })).map(({ id }) => id)
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(judged))
      allowed += judged.length
    }
  }
  // An éditeur at one ouverture, an admin at all of them; the three other roles comment at all but one.
  expect(allowed).toBe(4 * 1 + 3 * 3 + 4 * ACTS.length)
})

it('finds the readable plans that mayInPlan allows: each role, service, ouverture, visibilité, grant', async ({
  make,
  prisma,
}) => {
  const collectivite = await make.collectivite()
  const theirs = await make.collectivite()
  const service = await make.service({ collectivite })
  // One in two: an odd number of grants goes with each ouverture, so that each has both.
  let archivedAt: Date | null = null
  for (const owner of [collectivite, theirs]) {
    for (const ouverture of LEVELS) {
      for (const visibilite of ['COLLECTIVITE', 'RESTREINT'] as const) {
        for (const niveau of [null, ...LEVELS]) {
          const { id: planId } = await make.plan({ collectivite: owner })
          archivedAt = archivedAt ? null : new Date()
          await prisma.plan.update({ where: { id: planId }, data: { ouverture, visibilite, archivedAt } })
          const { id: collectiviteId } = owner
          if (niveau) await prisma.octroi.create({ data: { collectiviteId, planId, serviceId: service.id, niveau } })
        }
      }
    }
  }
  const askers: { who: string; viewer: Viewer | null }[] = [{ who: 'anonyme', viewer: null }]
  for (const role of ROLES) {
    for (const services of [[], [service]]) {
      const { viewer } = await make.membre({ collectivite, role, services })
      askers.push({ who: `${role}, ${services.length} service`, viewer })
      // Somebody of both collectivités, with another role in each.
      const [elsewhere] = (await make.membre({ collectivite: theirs, role: 'EDITEUR' })).viewer.memberships
      if (elsewhere)
        askers.push({
          who: `${role} and EDITEUR`,
          viewer: { ...viewer, memberships: [...viewer.memberships, elsewhere] },
        })
    }
  }

  const within = { collectiviteId: { in: [collectivite.id, theirs.id] } }
  for (const { who, viewer } of askers) {
    const readable = await prisma.plan.findMany({
      where: { AND: [within, readablePlans(viewer)] },
      include: { octrois: octroisOf(viewer) },
    })
    for (const act of ACTS) {
      const idsOf = async (allowing: object) =>
        (await prisma.plan.findMany({ where: { AND: [within, readablePlans(viewer), allowing] } }))
          .map(({ id }) => id)
          .toSorted()
      const allowed = readable.filter((plan) => mayInPlan(viewer, act, plan)).map(({ id }) => id)
      const others = readable.filter((plan) => !mayInPlan(viewer, act, plan)).map(({ id }) => id)
      expect(await idsOf(plansWhereMay(viewer, act)), `${who}: ${act}`).toEqual(allowed.toSorted())
      expect(await idsOf({ NOT: plansWhereMay(viewer, act) }), `${who}: not ${act}`).toEqual(others.toSorted())
    }
  }
})
