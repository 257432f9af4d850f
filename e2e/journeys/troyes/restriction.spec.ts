import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { deleted, expectNotInCorbeille, restored } from '../../src/corbeille.ts'
import { goToPlans } from '../../src/go-to-plans.ts'
import { graphqlAs } from '../../src/graphql-as.ts'
import { openAs } from '../../src/open-as.ts'
import { openLiveText, subscribe } from '../../src/raw-sockets.ts'
import { FICHE, FICHE_OF_OTHER_PLAN, OTHER_PLAN, PLAN } from '../../src/troyes.ts'

// CA Troyes Champagne Métropole: what is restricted does not exist for the others. Each test puts back what it changes.

const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** As an admin chooses who reads the plan of the page. */
async function choose(page: Page, visibilite: RegExp) {
  await page.getByRole('button', { name: /^(Accès|Plan restreint)$/ }).click()
  await page.getByRole('radio', { name: visibilite }).check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

const uuidIn = (path: string) => path.split('/').at(-1) ?? ''

const notFound = (page: Page) => page.getByRole('heading', { name: /introuvable/i })

/** What a page's session is answered of a plan and a fiche, and of nothing: by the API, and by sockets opened by hand. */
async function expectAsAbsent(page: Page, { plan, fiche }: { plan?: string; fiche: string }) {
  const ask = (planUuid: string, ficheUuid: string) =>
    graphqlAs(page, `{ plan(uuid: "${planUuid}") { nom } fiche(uuid: "${ficheUuid}") { titre } }`)
  expect(await ask(plan ?? NOWHERE, fiche)).toEqual(await ask(NOWHERE, NOWHERE))
  expect(
    await graphqlAs(page, '{ searchFiches(recherche: "internes médecine", first: 9) { fiche { titre } } }'),
  ).toEqual({
    searchFiches: [],
  })

  const paths = [`fiche/${fiche}`, ...(plan ? [`plan/${plan}`] : []), `fiche/${NOWHERE}`]
  for (const path of paths) {
    const socket = await openLiveText(page, path)
    await expect.poll(() => socket.heard(), { message: path }).toEqual(['closed 4404'])
  }
  const watched = [
    `subscription { ficheChanged(uuid: "${fiche}") { at } }`,
    ...(plan ? [`subscription { planChanged(uuid: "${plan}") { at } }`] : []),
    `subscription { ficheChanged(uuid: "${NOWHERE}") { at } }`,
  ]
  const answers: string[] = []
  for (const query of watched) {
    const socket = await subscribe(page, query)
    await expect.poll(async () => (await socket.heard()).length, { message: query }).toBeGreaterThan(0)
    answers.push(((await socket.heard())[0] ?? '').replaceAll('planChanged', 'ficheChanged'))
  }
  expect(new Set(answers)).toEqual(new Set([answers.at(-1)]))
  expect(answers[0]).toContain('NOT_FOUND')
}

test('a restricted plan and a restricted fiche are invisible to the others, at once and everywhere', async ({
  page: admin,
  signIn,
  browser,
  server,
}) => {
  await signIn('admin.troyes')
  await admin.getByRole('link', { name: PLAN }).click()
  const planPath = new URL(admin.url()).pathname
  const firstFiche = admin.getByRole('main').getByRole('link', { name: FICHE })
  const fichePath = (await firstFiche.getAttribute('href')) ?? ''
  const [plan, fiche] = [uuidIn(planPath), uuidIn(fichePath)]

  const agent = await openAs(browser, 'editeur.troyes', admin.url())
  await expect(agent.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
  const sockets = await agent.context().newPage()
  await sockets.goto(server.url)
  await expect(sockets.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
  // Whose service pilots the fiche.
  const contributrice = await openAs(browser, 'contributeur.troyes', server.url)
  await contributrice.getByRole('navigation').getByRole('link', { name: 'Mes fiches' }).click()
  const hers = contributrice.getByRole('main').getByRole('link', { name: FICHE })
  await expect(hers).toBeVisible()

  const openSockets = async () => ({
    plan: await openLiveText(sockets, `plan/${plan}`),
    fiche: await openLiveText(sockets, `fiche/${fiche}`),
    planChanged: await subscribe(sockets, `subscription { planChanged(uuid: "${plan}") { at } }`),
    ficheChanged: await subscribe(sockets, `subscription { ficheChanged(uuid: "${fiche}") { at } }`),
  })
  type Sockets = Awaited<ReturnType<typeof openSockets>>
  /** Live texts are closed; subscriptions have their last null, or are closed. Nothing is told after. */
  const expectClosed = async (opened: Sockets, names: readonly (keyof Sockets)[]) => {
    for (const name of names) {
      const last = async () => (await opened[name].heard()).at(-1)
      await expect.poll(last, { message: name }).toMatch(/^closed 4205$|"type":"complete"/)
    }
  }

  await test.step('when a plan is restricted, the page and the sockets of who looks at it close', async () => {
    const opened = await openSockets()
    for (const text of [opened.plan, opened.fiche]) await expect.poll(() => text.heard()).toContain('binary')
    await choose(admin, /Les admins et qui y a reçu un accès/)
    await expect(notFound(agent)).toBeVisible()
    await expectClosed(opened, ['plan', 'fiche', 'planChanged', 'ficheChanged'])
    await expect(admin.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
  })

  await test.step('it is in no list, at no address, in no search, nor its fiche', async () => {
    await agent.goto(server.url)
    await goToPlans(agent)
    await expect(agent.getByRole('link', { name: OTHER_PLAN })).toBeVisible()
    await expect(agent.getByRole('link', { name: PLAN })).toBeHidden()
    for (const path of [planPath, fichePath]) {
      await agent.goto(`${server.url}${path}`)
      await expect(notFound(agent)).toBeVisible()
    }
    await expectAsAbsent(sockets, { plan, fiche })
    await agent.goto(server.url)
    await goToPlans(agent)
    await agent.getByRole('link', { name: OTHER_PLAN }).click()
    await agent.getByRole('link', { name: FICHE_OF_OTHER_PLAN }).click()
    await agent.getByRole('button', { name: 'Lier une fiche' }).click()
    await agent.getByLabel('Fiche', { exact: true }).fill('internes médecine')
    await expect(agent.getByRole('listbox', { name: 'Fiches trouvées' })).toContainText(
      'Aucune fiche ne contient tous ces mots',
    )
    await agent.keyboard.press('Escape')
    await agent.keyboard.press('Escape')
    await contributrice.reload()
    await expect(contributrice.getByRole('heading', { level: 1, name: 'Mes fiches' })).toBeVisible()
    await expect(hers).toBeHidden()
  })

  await test.step('deleted, it is in no one else’s corbeille; restored, it is restricted still', async () => {
    const suppressionId = await deleted(admin, { plan })
    await expectNotInCorbeille(agent, PLAN)
    await restored(admin, suppressionId)
    await expectAsAbsent(sockets, { plan, fiche })
  })

  await test.step('opened again, it is found and counted as before', async () => {
    await admin.goto(`${server.url}${planPath}`)
    await choose(admin, /Tous les membres/)
    await agent.goto(`${server.url}${planPath}`)
    await expect(agent.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
    await expect(agent.getByText('5 fiches')).toBeVisible()
    await contributrice.reload()
    await expect(hers).toBeVisible()
  })

  const chooseFiche = async (visibilite: RegExp) => {
    await admin.getByRole('button', { name: /^(Visibilité|Restreinte)/ }).click()
    await admin.getByRole('menuitemradio', { name: visibilite }).click()
  }

  await test.step('a restricted fiche leaves the page of who has it open, and closes its sockets alone', async () => {
    const opened = await openSockets()
    for (const text of [opened.plan, opened.fiche]) await expect.poll(() => text.heard()).toContain('binary')
    await agent.goto(`${server.url}${fichePath}`)
    await expect(agent.getByText('Enregistré', { exact: true })).toBeVisible()
    await firstFiche.click()
    await chooseFiche(/Restreinte/)
    await expect(notFound(agent)).toBeVisible()
    await expectClosed(opened, ['fiche', 'ficheChanged'])
    expect(await opened.plan.heard()).not.toContain('closed 4205')
    await expect(admin.getByText('Enregistré', { exact: true })).toBeVisible()
  })

  await test.step('it is in no count, list, search, link picker, corbeille', async () => {
    await agent.goto(`${server.url}${planPath}`)
    await expect(agent.getByText('4 fiches')).toBeVisible()
    await expect(agent.getByRole('link', { name: FICHE })).toBeHidden()
    await expectAsAbsent(sockets, { fiche })
    await contributrice.reload()
    await expect(contributrice.getByRole('heading', { level: 1, name: 'Mes fiches' })).toBeVisible()
    await expect(hers).toBeHidden()
    const suppressionId = await deleted(admin, { fiche })
    await expectNotInCorbeille(agent, 'Accueillir les internes')
    await restored(admin, suppressionId)
  })

  await test.step('what was restricted is given back', async () => {
    await admin.goto(`${server.url}${fichePath}`)
    await chooseFiche(/plan/)
    await agent.goto(`${server.url}${planPath}`)
    await expect(agent.getByText('5 fiches')).toBeVisible()
  })
  for (const page of [agent, contributrice]) await page.context().close()
})
