import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { createAxe } from '../axe/create-axe.ts'
import { deleteAxes } from '../corbeille/delete-axes.ts'
import { restore } from '../corbeille/restore.ts'
import { archivePlan } from './archive-plan.ts'

it('refuses what waited for it to be archived', async ({ make, prisma, act }) => {
  const plan = await make.plan()
  const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: plan.collectiviteId } })
  const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
  let late: Promise<unknown> = Promise.resolve()
  await act(viewer, async (useCase) => {
    await archivePlan(useCase, { planId: plan.id, archive: true })
    const [row] = await useCase.tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
    late = act(viewer, (other) => createAxe(other, { planId: plan.id, parentId: null, nom: 'Trop tard' })).catch(
      (err: unknown) => err,
    )
    const waiting = () => prisma.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE ${row?.pid}::integer = ANY (pg_blocking_pids(pid))`
    await expect.poll(async () => (await waiting()).length).toBe(1)
  })
  expect(await late).toMatchObject({ code: 'PLAN_ARCHIVED' })
  expect(await prisma.axe.count({ where: { planId: plan.id } })).toBe(0)
})

it('brings nothing back from the corbeille before it is taken out, then what was there', async ({
  make,
  prisma,
  act,
}) => {
  const plan = await make.plan()
  const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: plan.collectiviteId } })
  const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
  const axe = await make.axe({ plan })
  const fiche = await make.fiche({ axe })
  const suppressionIds = await act(viewer, (useCase) => deleteAxes(useCase, { planId: plan.id, axeIds: [axe.id] }))
  await act(viewer, (useCase) => archivePlan(useCase, { planId: plan.id, archive: true }))
  await expect(act(viewer, (useCase) => restore(useCase, { suppressionIds }))).rejects.toMatchObject({
    code: 'PLAN_ARCHIVED',
  })
  await act(viewer, (useCase) => archivePlan(useCase, { planId: plan.id, archive: false }))
  await act(viewer, (useCase) => restore(useCase, { suppressionIds }))
  expect(await prisma.fiche.findUniqueOrThrow({ where: { id: fiche.id } })).toMatchObject({ suppressionId: null })
})
