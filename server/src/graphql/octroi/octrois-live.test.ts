import { encodeGlobalID } from '@pothos/plugin-relay'
import { CLOSE_CODES } from '@pupitre/document'
import { expect } from 'vitest'
import { graphqlTest } from '../../../test/graphql-test.ts'
import { untilHeard, watch } from '../../../test/watching.ts'

const WATCH_PLAN = 'subscription ($uuid: UUID!) { planChanged(uuid: $uuid) { fields plan { nom } } }'
const WATCH_FICHE = 'subscription ($uuid: UUID!) { ficheChanged(uuid: $uuid) { fields fiche { titre } } }'
/** What is told until everybody listens. */
const WARM_UP = 'avant'
/** What is told last: what was told before it has come. */
const LAST = 'après'

const it = graphqlTest.extend('address', { scope: 'file' }, async ({ app }) => {
  const listening = await app.fastify.listen({ host: '127.0.0.1', port: 0 })
  return `${listening.replace('http', 'ws')}/graphql`
})

it('opens and closes the live pages of whom it names at once; of who may not grant, it changes nothing', async ({
  app,
  address,
  make,
  prisma,
}) => {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan })
  await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
  const admin = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
  const service = await make.service()
  const ailleurs = await prisma.collectivite.findUniqueOrThrow({ where: { id: service.collectiviteId } })
  const cookie = await app.signIn((await make.membre({ collectivite: ailleurs, services: [service] })).user)
  const other = await app.signIn((await make.membre({ collectivite, role: 'EDITEUR' })).user)
  const { membreId } = (await make.membre({ collectivite, role: 'EDITEUR' })).viewer.memberships[0] ?? {}
  const planId = encodeGlobalID('Plan', plan.id)
  const ficheId = encodeGlobalID('Fiche', fiche.id)
  const act = async (mutation: string) => {
    const query = `mutation { answer: ${mutation} { __typename ... on Error { code } } }`
    expect(JSON.stringify(await app.query({ query, cookie: admin }))).toContain('Success')
  }
  const grant = (on: string, beneficiaire: string, niveau: string) =>
    act(`grant${on}, beneficiaire: { ${beneficiaire} }, niveau: ${niveau} })`)
  const onPlan = `PlanAccess(input: { planId: "${planId}"`
  const onFiche = `FicheAccess(input: { ficheId: "${ficheId}"`
  const tell = (field: string) =>
    app.bus.publish([
      { kind: 'plan', planId: plan.id, fields: [field], by: null, at: new Date() },
      { kind: 'fiche', ficheId: fiche.id, fields: [field], by: null, at: new Date() },
    ])
  const watchPlan = (by: string) => watch(address, { query: WATCH_PLAN, variables: { uuid: plan.id }, cookie: by })
  const watchFiche = (by: string) => watch(address, { query: WATCH_FICHE, variables: { uuid: fiche.id }, cookie: by })

  // Somebody who is connected before they are given anything is closed too: they were not known to be named.
  const before = watchPlan(cookie)
  await expect.poll(() => JSON.stringify(before.heard)).toContain('NOT_FOUND')
  await grant(onPlan, `serviceAilleurs: { siren: "${ailleurs.siren}", nom: "${service.nom}" }`, 'LIRE')
  await expect.poll(() => before.closed).toEqual({ code: CLOSE_CODES.rightsChanged })
  await grant(onPlan, `email: "quelquun@exemple.fr"`, 'LIRE')

  const pages = [watchPlan(cookie), watchFiche(cookie)]
  const admins = [watchPlan(admin), watchFiche(admin)]
  for (const page of [...pages, ...admins]) await untilHeard(page, () => tell(WARM_UP))
  await grant(onPlan, `membreId: "${encodeGlobalID('Membre', membreId ?? '')}"`, 'LIRE')
  await grant(onFiche, 'email: "quelquun@exemple.fr"', 'LIRE')
  tell(LAST)
  for (const page of [...pages, ...admins]) await expect.poll(() => JSON.stringify(page.heard.at(-1))).toContain(LAST)
  expect(pages.map(({ heard }) => JSON.stringify(heard).includes('octrois'))).toEqual([false, false])
  expect(admins.map(({ heard }) => JSON.stringify(heard).includes('octrois'))).toEqual([true, true])

  const octroi = await prisma.octroi.findFirstOrThrow({ where: { planId: plan.id, serviceId: service.id } })
  await act(`revoke${onPlan}, octroiId: "${encodeGlobalID('Octroi', octroi.id)}" })`)
  for (const page of pages) await expect.poll(() => page.closed).toEqual({ code: CLOSE_CODES.rightsChanged })
  for (const by of [cookie, other])
    for (const again of [watchPlan(by), watchFiche(by)]) {
      await expect.poll(() => JSON.stringify(again.heard)).toContain('NOT_FOUND')
      await again.stop()
    }
  for (const page of admins) await page.stop()
})
