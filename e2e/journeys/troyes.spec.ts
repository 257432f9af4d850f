import { expect, type Browser, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'
import { graphqlAs } from '../src/graphql-as.ts'
import { drag, expectLines, line, lines, stop } from '../src/plan-tree.ts'
import { openLiveText, subscribe } from '../src/raw-sockets.ts'

// CA Troyes Champagne Métropole: an inter-service group rearranges a plan while a colleague watches, and what is restricted
// does not exist for the others. Each test puts back what it changes.

const PLAN = 'Contrat local de santé 2025-2029'
const OTHER_PLAN = 'PCAET 2023-2029'
const FICHE_OF_OTHER_PLAN = 'Animer un club énergie des industriels du textile et de la mécanique'
const FICHE = /internes en médecine/
const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** Somebody else, at a browser of their own. */
async function colleague(browser: Browser, { url, account, path }: { url: string; account: string; path: string }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })
  const page = await context.newPage()
  await page.goto(`${url}/connexion?retour=${path}`)
  await fillSignIn(page, account)
  return page
}

const START = [
  'Axe stratégique I. Accès',
  'I.1 Accueillir de nouvea',
  'Accueillir les internes ',
  'I.2 Aller vers',
  'Organiser des dépistages',
  'Axe stratégique II. Un e',
  'Former les équipes des c',
  'Peser les restes et rédu',
  'Axe stratégique III. San',
  'Créer une cellule de vei',
]
const [ACCES, ACCUEILLIR, INTERNES, ALLER_VERS, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES, SANTE, VEILLE] = START
const order = (...names: (string | undefined)[]) => names.map((name) => name ?? '')

test('axes and fiches are moved by drag and by keyboard while a colleague watches, deleted and restored', async ({
  page: editeur,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.troyes')
  await editeur.getByRole('link', { name: PLAN }).click()
  await expectLines([editeur], START)
  const path = new URL(editeur.url()).pathname
  const admin = await colleague(browser, { url: server.url, account: 'admin.troyes', path })
  const both = [editeur, admin]
  await expectLines(both, START)
  // The colleague's page is told of changes from here on.
  await admin.waitForLoadState('networkidle')

  await test.step('a fiche dragged to another axe moves on both pages, and Ctrl+Z brings it back', async () => {
    await drag(editeur, { from: line(editeur, 'Peser les restes'), to: line(editeur, 'Créer une cellule'), at: 0.8 })
    const moved = order(
      ACCES,
      ACCUEILLIR,
      INTERNES,
      ALLER_VERS,
      DEPISTAGES,
      ENVIRONNEMENT,
      CRECHES,
      SANTE,
      VEILLE,
      RESTES,
    )
    await expectLines(both, moved)
    await editeur.keyboard.press('Control+z')
    await expectLines(both, START)
  })

  await test.step('an axe dragged into another takes its fiches along', async () => {
    await drag(editeur, { from: line(editeur, 'Axe stratégique III'), to: line(editeur, 'I.1 Accueillir'), at: 0.5 })
    await expectLines(
      both,
      order(ACCES, ACCUEILLIR, INTERNES, SANTE, VEILLE, ALLER_VERS, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES),
    )
    const toast = editeur.getByRole('status').filter({ hasText: /^1.axe déplacé/ })
    await toast.getByRole('button', { name: 'Annuler' }).click()
    await expectLines(both, START)
  })

  const tick = async (name: RegExp) => {
    await editeur.getByRole('checkbox', { name }).focus()
    await editeur.keyboard.press('Space')
  }

  await test.step('two fiches and an axe selected by the keyboard are dragged by one of them, and Ctrl+Z puts all back', async () => {
    for (const name of [/^Sélectionner Accueillir les int/, /^Sélectionner Organiser des dép/]) await tick(name)
    await tick(/^Sélectionner Axe stratégique III\./)
    await expect(editeur.getByText(/^3\séléments sélectionnés$/)).toBeVisible()
    await drag(editeur, { from: line(editeur, 'Organiser des dép'), to: line(editeur, 'Axe stratégique II.'), at: 0.5 })
    await expectLines(
      both,
      order(ACCES, ACCUEILLIR, ALLER_VERS, ENVIRONNEMENT, CRECHES, RESTES, INTERNES, DEPISTAGES, SANTE, VEILLE),
    )
    await expect(editeur.getByRole('region', { name: 'Sélection' })).toBeHidden()
    await editeur.keyboard.press('Control+z')
    await expectLines(both, START)
  })

  await test.step('several are deleted once what goes is confirmed, and undone', async () => {
    for (const name of [/^Sélectionner Accueillir les int/, /^Sélectionner Axe stratégique III\./]) await tick(name)
    await editeur.getByRole('region', { name: 'Sélection' }).getByRole('button', { name: 'Supprimer…' }).click()
    const dialog = editeur.getByRole('dialog', { name: /^Supprimer 2\séléments\s\?$/ })
    await expect(dialog.getByRole('listitem')).toHaveText([/^1\saxe$/, /^2\sfiches$/])
    await dialog.getByRole('button', { name: 'Mettre à la corbeille' }).click()
    await expectLines(both, order(ACCES, ACCUEILLIR, ALLER_VERS, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES))
    const toast = editeur.getByRole('status').filter({ hasText: /^2.éléments sont à la corbeille/ })
    await toast.getByRole('button', { name: 'Annuler' }).click()
    await expectLines(both, START)
  })

  await test.step('the keyboard carries a fiche, says where, drops it and keeps the focus on it', async () => {
    await stop(editeur, 'Accueillir les internes').focus()
    await editeur.keyboard.press('Space')
    await expect(editeur.getByText(/^«\sAccueillir les internes.+\s» est saisi/)).toBeAttached()
    await editeur.keyboard.press('ArrowDown')
    await editeur.keyboard.press('ArrowDown')
    await expect(editeur.getByText(/^après «\sOrganiser des dépistages.+dans «\sI\.2 Aller vers\s»$/)).toBeAttached()
    await editeur.keyboard.press('Escape')
    await expectLines(both, START)
    await editeur.keyboard.press('Space')
    await editeur.keyboard.press('ArrowDown')
    await editeur.keyboard.press('Space')
    await expectLines(
      both,
      order(ACCES, ACCUEILLIR, ALLER_VERS, INTERNES, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES, SANTE, VEILLE),
    )
    await expect(stop(editeur, 'Accueillir les internes')).toBeFocused()
  })

  await test.step('the keyboard carries an axe, while the colleague moves a fiche of it', async () => {
    await stop(editeur, 'Axe stratégique II.').focus()
    await editeur.keyboard.press('Space')
    await editeur.keyboard.press('ArrowUp')
    await drag(admin, { from: line(admin, 'Former les équipes'), to: line(admin, 'Créer une cellule'), at: 0.2 })
    await editeur.keyboard.press('Home')
    for (let presses = 0; presses < 8; presses += 1) await editeur.keyboard.press('ArrowUp')
    await expect(
      editeur.getByText(/^avant «\sAxe stratégique I\. Accès aux soins\s», à la racine du plan$/),
    ).toBeAttached()
    await editeur.keyboard.press('Space')
    await expectLines(
      both,
      order(ENVIRONNEMENT, RESTES, ACCES, ACCUEILLIR, ALLER_VERS, INTERNES, DEPISTAGES, SANTE, CRECHES, VEILLE),
    )
  })

  await test.step('several at once are moved by the dialog', async () => {
    await editeur.getByRole('checkbox', { name: /^Sélectionner Accueillir les internes/ }).check()
    await editeur.getByRole('checkbox', { name: /^Sélectionner Former les équipes/ }).check()
    await editeur.getByRole('region', { name: 'Sélection' }).getByRole('button', { name: 'Déplacer vers…' }).click()
    await editeur.getByLabel('2 éléments').selectOption({ label: 'Axe stratégique II. Un environnement favorable' })
    await editeur.getByRole('dialog').getByRole('button', { name: 'Déplacer', exact: true }).click()
    await expectLines(
      both,
      order(ENVIRONNEMENT, RESTES, INTERNES, CRECHES, ACCES, ACCUEILLIR, ALLER_VERS, DEPISTAGES, SANTE, VEILLE),
    )
  })

  await test.step('an axe is added by the name of its level, and renamed', async () => {
    await editeur.getByRole('button', { name: 'Ajouter un axe' }).click()
    await editeur.getByLabel('Nom : Axe').fill('Axe IV')
    await editeur.keyboard.press('Enter')
    await expect(stop(admin, 'Axe IV')).toBeVisible()
    await editeur.getByRole('button', { name: 'Actions sur Axe IV' }).click()
    await editeur.getByRole('menuitem', { name: 'Renommer' }).click()
    await editeur.getByLabel('Nom de l’axe').fill('Axe stratégique IV. Addictions')
    await editeur.keyboard.press('Enter')
    await expect(stop(admin, 'Axe stratégique IV. Addictions')).toBeVisible()
  })

  await test.step('each takes back what they did, the last act first', async () => {
    await stop(editeur, 'Axe stratégique I.').focus()
    for (const step of ['name', 'axe', 'several', 'carried axe'])
      await test.step(step, () => editeur.keyboard.press('Control+z'))
    await expect(stop(admin, 'Axe stratégique IV.')).toHaveCount(0)
    await expect(stop(admin, 'Axe IV')).toHaveCount(0)
    await admin.keyboard.press('Control+z')
    await expectLines(
      both,
      order(ACCES, ACCUEILLIR, ALLER_VERS, INTERNES, DEPISTAGES, ENVIRONNEMENT, CRECHES, RESTES, SANTE, VEILLE),
    )
    await editeur.keyboard.press('Control+z')
    await expectLines(both, START)
  })

  await test.step('two who rename the same axe at once: the last wins, each is told, and no word typed is lost', async () => {
    const rename = async (page: Page, from: string) => {
      await page.getByRole('button', { name: `Actions sur ${from}` }).click()
      await page.getByRole('menuitem', { name: 'Renommer' }).click()
    }
    const nom = (page: Page) => page.getByLabel('Nom de l’axe')
    await rename(editeur, 'I.2 Aller vers')
    await nom(editeur).fill('I.2 Aller vers les quartiers')
    await rename(admin, 'I.2 Aller vers')
    await nom(admin).fill('I.2 Aller vers les villages')
    await admin.keyboard.press('Enter')
    await expect(editeur.getByRole('status').filter({ hasText: 'pendant que vous écrivez' })).toHaveText(
      /^Solène Guyot a renommé l’axe en «\sI\.2 Aller vers les villages\s» pendant/,
    )
    // Moved under the hand of who writes, besides.
    await drag(admin, { from: line(admin, 'I.2 Aller vers'), to: line(admin, 'Axe stratégique III'), at: 0.5 })
    await expectLines(
      [editeur],
      order(ACCES, ACCUEILLIR, INTERNES, ENVIRONNEMENT, CRECHES, RESTES, SANTE, VEILLE, DEPISTAGES),
    )
    await expect(nom(editeur)).toHaveValue('I.2 Aller vers les quartiers')
    await nom(editeur).press('Enter')
    await expect(stop(editeur, 'I.2 Aller vers les quartiers')).toBeVisible()
    await expect(stop(admin, 'I.2 Aller vers les quartiers')).toBeVisible()
    await expect(admin.getByRole('status').filter({ hasText: 'juste après vous' })).toHaveText(
      /^Romain Vautrin a renommé l’axe en «\sI\.2 Aller vers les quartiers\s» juste après vous/,
    )

    // A form opened and left as it was gives no old name back.
    await rename(editeur, 'I.2 Aller vers les quartiers')
    await rename(admin, 'I.2 Aller vers les quartiers')
    await nom(admin).fill('I.2 Aller vers')
    await admin.keyboard.press('Enter')
    await expect(stop(admin, 'I.2 Aller vers')).toHaveText(/^I\.2 Aller vers\d/)
    await expect(editeur.getByRole('status').filter({ hasText: 'pendant que vous écrivez' })).toHaveText(
      /«\sI\.2 Aller vers\s»/,
    )
    await nom(editeur).press('Enter')
    await expect(stop(editeur, 'I.2 Aller vers')).toHaveText(/^I\.2 Aller vers\d/)
    await drag(admin, { from: line(admin, 'I.2 Aller vers'), to: line(admin, 'Axe stratégique I.'), at: 0.5 })
    await expectLines(both, START)
  })

  await test.step('a plan renamed by a colleague says so, and settings opened before do not name it back', async () => {
    const settings = async (page: Page) => {
      await page.getByRole('button', { name: 'Actions sur le plan' }).click()
      await page.getByRole('menuitem', { name: 'Réglages du plan' }).click()
    }
    const save = async (page: Page) => {
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await settings(editeur)
    await expect(editeur.getByLabel('Nom du plan')).toHaveValue(PLAN)
    for (const nom of ['Contrat de santé', PLAN]) {
      await settings(admin)
      await admin.getByLabel('Nom du plan').fill(nom)
      await save(admin)
      await expect(editeur.getByRole('status').filter({ hasText: `a renommé le plan en «\u00a0${nom}` })).toBeVisible()
      if (nom === PLAN) continue
      await editeur.getByLabel('Fin').fill('2030-12-31')
      await save(editeur)
      await expect(editeur.getByRole('heading', { level: 1, name: nom })).toBeVisible()
      await editeur.reload()
      await expect(editeur.getByRole('heading', { level: 1, name: nom })).toBeVisible()
      await editeur.waitForLoadState('networkidle')
    }
    await expectLines(both, START)
  })

  await test.step('an axe goes to the corbeille with what it counts, and comes back from it for both', async () => {
    const before = await lines(admin)
    await editeur.getByRole('button', { name: 'Actions sur Axe stratégique II. Un environnement favorable' }).click()
    await editeur.getByRole('menuitem', { name: 'Supprimer…' }).click()
    const dialog = editeur.getByRole('dialog')
    await expect(dialog.getByText('1 axe', { exact: true })).toBeVisible()
    // « Peser les restes » is in the PAT too, and stays there.
    await expect(dialog.getByText(/\d fiches?/).first()).toBeVisible()
    await dialog.getByRole('button', { name: 'Mettre à la corbeille' }).click()
    await expect(stop(admin, 'Axe stratégique II.')).toHaveCount(0)
    await expect(stop(admin, 'Former les équipes')).toHaveCount(0)

    await admin.getByRole('link', { name: 'Corbeille' }).click()
    await admin.getByRole('button', { name: 'Restaurer Axe stratégique II. Un environnement favorable' }).click()
    await expect(admin.getByRole('button', { name: /^Restaurer Axe stratégique II\./ })).toHaveCount(0)
    await admin.goBack()
    await expectLines(both, before)
  })

  await test.step('on a phone, the menu of a line moves it, and nothing speaks of dragging', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      locale: 'fr-FR',
    })
    const phone = await context.newPage()
    await phone.goto(`${server.url}/connexion?retour=${path}`)
    await fillSignIn(phone, 'editeur.troyes')
    const before = await lines(admin)
    await expectLines([phone, editeur], before)
    await expect(phone.getByText('Glissez les lignes')).toBeHidden()
    await phone.getByRole('button', { name: /^Actions sur Former les équipes/ }).tap()
    await phone.getByRole('menuitem', { name: 'Déplacer vers…' }).tap()
    await phone.getByLabel(/^Former les équipes/).selectOption({ label: 'Axe stratégique III. Santé mentale' })
    await phone.getByRole('dialog').getByRole('button', { name: 'Déplacer', exact: true }).tap()
    const others = before.filter((name) => name !== CRECHES)
    await expectLines([phone, ...both], [...others, CRECHES ?? ''])
    await phone
      .getByRole('status')
      .filter({ hasText: /^1.fiche déplacée/ })
      .getByRole('button', { name: 'Annuler' })
      .tap()
    await expectLines([phone, ...both], before)
    await context.close()
  })

  await test.step('a reload shows the same tree', async () => {
    const before = await lines(editeur)
    await editeur.reload()
    await expectLines(both, before)
  })

  await admin.context().close()
})

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

  const agent = await colleague(browser, { url: server.url, account: 'editeur.troyes', path: planPath })
  await expect(agent.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
  const sockets = await agent.context().newPage()
  await sockets.goto(server.url)
  await expect(sockets.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
  // Whose service pilots the fiche.
  const contributrice = await colleague(browser, { url: server.url, account: 'contributeur.troyes', path: '/' })
  await contributrice.getByRole('link', { name: 'Mes fiches' }).click()
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
    await choose(admin, /Les admins seulement/)
    await expect(notFound(agent)).toBeVisible()
    await expectClosed(opened, ['plan', 'fiche', 'planChanged', 'ficheChanged'])
    await expect(admin.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
  })

  await test.step('it is in no list, at no address, in no search, nor its fiche', async () => {
    await agent.goto(server.url)
    await expect(agent.getByRole('link', { name: OTHER_PLAN })).toBeVisible()
    await expect(agent.getByRole('link', { name: PLAN })).toBeHidden()
    for (const path of [planPath, fichePath]) {
      await agent.goto(`${server.url}${path}`)
      await expect(notFound(agent)).toBeVisible()
    }
    await expectAsAbsent(sockets, { plan, fiche })
    await agent.goto(server.url)
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

test('fiches of two plans are linked by the keyboard, once, and each end says its own direction', async ({
  page: editeur,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.troyes')
  await editeur.getByRole('link', { name: PLAN }).click()
  const titre = (await editeur.getByRole('main').getByRole('link', { name: FICHE }).textContent()) ?? ''
  await editeur.getByRole('link', { name: FICHE }).click()
  const admin = await colleague(browser, { url: server.url, account: 'admin.troyes', path: '/' })
  await admin.getByRole('link', { name: OTHER_PLAN }).click()
  await admin.getByRole('link', { name: FICHE_OF_OTHER_PLAN }).click()
  for (const page of [editeur, admin]) {
    await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
  const linked = (page: Page) => page.getByRole('region', { name: 'Fiches liées' })
  const search = async () => {
    await editeur.getByRole('button', { name: 'Lier une fiche' }).focus()
    await editeur.keyboard.press('Enter')
    await editeur.getByLabel('Fiche', { exact: true }).focus()
    await editeur.keyboard.type('club ENERGIE')
  }

  for (const { relation, here, there, remover } of [
    { relation: '… contribue à', here: 'Contribue à', there: 'Reçoit la contribution de', remover: admin },
    { relation: '… dépend de', here: 'Dépend de', there: 'Attendue par', remover: editeur },
  ]) {
    await test.step(`« ${here} », which is « ${there} » at the other end`, async () => {
      await search()
      await expect(editeur.getByRole('option', { name: FICHE_OF_OTHER_PLAN })).toBeVisible()
      await editeur.keyboard.press('ArrowDown')
      await editeur.keyboard.press('Enter')
      await expect(editeur.getByText('Fiche choisie.')).toBeVisible()
      const choice = editeur.getByLabel('Cette fiche…')
      await choice.focus()
      while ((await choice.locator('option:checked').textContent()) !== relation) {
        await editeur.keyboard.press('ArrowDown')
      }
      await editeur.getByLabel('Fiche', { exact: true }).press('Enter')
      await expect(editeur.getByRole('dialog')).toBeHidden()
      await expect(linked(editeur).getByRole('heading', { level: 3 })).toHaveText([here])
      await expect(linked(editeur).getByRole('link')).toHaveText([FICHE_OF_OTHER_PLAN])
      await expect(linked(admin).getByRole('heading', { level: 3 })).toHaveText([there])
      await expect(linked(admin).getByRole('link')).toHaveText([titre])

      // Once linked, it is not offered again.
      await search()
      await expect(editeur.getByRole('listbox', { name: 'Fiches trouvées' })).toHaveText(
        'Ces mots ne sont que dans des fiches qui ne peuvent pas être choisies ici.',
      )
      await editeur.keyboard.press('Escape')
      await editeur.keyboard.press('Escape')
      await expect(editeur.getByRole('dialog')).toBeHidden()

      await linked(remover)
        .getByRole('button', { name: /^Supprimer le lien avec/ })
        .press('Enter')
      for (const page of [editeur, admin]) await expect(linked(page).getByText('Aucune fiche liée.')).toBeVisible()
    })
  }
  await admin.context().close()
})

test('the people of a plan and the corbeille are the same on every page, as they change', async ({
  page: editeur,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.troyes')
  await editeur.getByRole('link', { name: OTHER_PLAN }).click()
  const path = new URL(editeur.url()).pathname
  const admin = await colleague(browser, { url: server.url, account: 'admin.troyes', path })
  const header = admin.getByRole('main').getByRole('banner').or(admin.getByRole('main').locator('header'))
  await expect(header).toContainText(OTHER_PLAN)
  await admin.waitForLoadState('networkidle')

  await test.step('a pilote is found without accents, a référent is created by being named', async () => {
    await editeur.getByRole('button', { name: 'Actions sur le plan' }).click()
    await editeur.getByRole('menuitem', { name: 'Pilotes et référents' }).click()
    await editeur.getByRole('combobox', { name: 'Pilotes du plan' }).fill('elodie')
    await editeur.getByRole('option', { name: 'Élodie Prieur' }).click()
    await expect(header).toContainText(/Pilote\s: Élodie Prieur/)
    await editeur.getByRole('combobox', { name: 'Référents du plan' }).fill('Jeanne Collot, vice-présidente')
    await editeur.keyboard.press('Enter')
    await expect(header).toContainText(/Référent\s: Jeanne Collot, vice-présidente/)
    for (const name of ['Pilotes du plan', 'Référents du plan']) {
      await editeur.getByRole('combobox', { name }).focus()
      await editeur.keyboard.press('Backspace')
    }
    await expect(header).not.toContainText(/Pilote|Référent/)
    await editeur.keyboard.press('Escape')
    await editeur.keyboard.press('Escape')
  })

  await test.step('what a colleague deletes appears in the corbeille, and leaves it when it is restored', async () => {
    await editeur.goto(server.url)
    await editeur.getByRole('link', { name: 'Corbeille' }).click()
    await expect(editeur.getByRole('heading', { level: 1, name: 'Corbeille' })).toBeVisible()
    await editeur.waitForLoadState('networkidle')
    const fiche = (await admin.getByRole('link', { name: FICHE_OF_OTHER_PLAN }).getAttribute('href')) ?? ''
    const suppressionId = await deleted(admin, { fiche: uuidIn(fiche) })
    const restoring = editeur.getByRole('button', { name: `Restaurer ${FICHE_OF_OTHER_PLAN}` })
    await expect(restoring).toBeVisible()
    await restored(admin, suppressionId)
    await expect(restoring).toHaveCount(0)
  })
  await admin.context().close()
})

/** Puts a plan or a fiche into the corbeille; answers its line there. */
async function deleted(admin: Page, of: { plan: string } | { fiche: string }): Promise<string> {
  const query =
    'plan' in of ? `{ thing: plan(uuid: "${of.plan}") { id } }` : `{ thing: fiche(uuid: "${of.fiche}") { id } }`
  const { thing } = await graphqlAs<{ thing: { id: string } }>(admin, query)
  const mutation =
    'plan' in of
      ? `gone: deletePlan(input: { planId: "${thing.id}" }) { ... on DeletePlanSuccess { suppressions { id } } }`
      : `gone: deleteFiches(input: { ficheIds: ["${thing.id}"] }) { ... on DeleteFichesSuccess { suppressions { id } } }`
  const { gone } = await graphqlAs<{ gone: { suppressions: { id: string }[] } }>(admin, `mutation { ${mutation} }`)
  return gone.suppressions[0]?.id ?? ''
}

async function restored(admin: Page, suppressionId: string): Promise<void> {
  const query = `mutation { restore(input: { suppressionIds: ["${suppressionId}"] }) { __typename } }`
  expect(await graphqlAs(admin, query)).toEqual({ restore: { __typename: 'RestoreSuccess' } })
}

async function expectNotInCorbeille(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Corbeille' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Corbeille' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.getByText(name)).toHaveCount(0)
}
