import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'

// CA Troyes Champagne Métropole: what is restricted does not exist for the others, wherever they look.

const PLAN = 'Contrat local de santé 2025-2029'
const OTHER_PLAN = 'PCAET 2023-2029'
const FICHE = 'Animer un club énergie des industriels du textile et de la mécanique'

const notFound = (page: Page) => page.getByRole('heading', { name: /introuvable/i })

async function choose(page: Page, visibilite: RegExp) {
  await page.getByRole('button', { name: /^(Accès|Plan restreint)$/ }).click()
  await page.getByRole('radio', { name: visibilite }).check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** What the picker of linked fiches finds, from a fiche of the other plan. */
async function foundToLink(page: Page, words: string) {
  await page.getByRole('button', { name: 'Lier une fiche' }).click()
  await page.getByLabel('Fiche', { exact: true }).fill(words)
  return page.getByRole('listbox', { name: 'Fiches trouvées' })
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
  const firstFiche = admin.getByRole('main').getByRole('link', { name: /internes en médecine/ })
  const fichePath = (await firstFiche.getAttribute('href')) ?? ''

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const agent = await context.newPage()
  await agent.goto(`${server.url}/connexion?retour=${planPath}`)
  await fillSignIn(agent, 'editeur.troyes')
  await expect(agent.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()

  await test.step('the page of who looks at the plan closes when it is restricted', async () => {
    await choose(admin, /Les admins seulement/)
    await expect(notFound(agent)).toBeVisible()
    await expect(admin.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
  })

  await test.step('it is in no list, at no address, in no search', async () => {
    await agent.goto(server.url)
    await expect(agent.getByRole('link', { name: OTHER_PLAN })).toBeVisible()
    await expect(agent.getByRole('link', { name: PLAN })).toBeHidden()
    for (const path of [planPath, fichePath]) {
      await agent.goto(`${server.url}${path}`)
      await expect(notFound(agent)).toBeVisible()
    }
    await agent.goto(server.url)
    await agent.getByRole('link', { name: OTHER_PLAN }).click()
    await agent.getByRole('link', { name: FICHE }).click()
    await expect(await foundToLink(agent, 'internes médecine')).toContainText('Aucune fiche ne contient tous ces mots')
    await agent.keyboard.press('Escape')
    await agent.keyboard.press('Escape')
  })

  await test.step('opened again, it is found and counted as before', async () => {
    await choose(admin, /Tous les membres/)
    await agent.goto(`${server.url}${planPath}`)
    await expect(agent.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
    await expect(agent.getByText('5 fiches')).toBeVisible()
  })

  await test.step('a restricted fiche leaves the page of who has it open, the plan and the search', async () => {
    await agent.goto(`${server.url}${fichePath}`)
    await expect(agent.getByText('Enregistré', { exact: true })).toBeVisible()
    await firstFiche.click()
    await admin.getByRole('button', { name: /^(Visibilité|Restreinte)/ }).click()
    await admin.getByRole('menuitemradio', { name: /Restreinte/ }).click()
    await expect(notFound(agent)).toBeVisible()
    await agent.goto(`${server.url}${planPath}`)
    await expect(agent.getByText('4 fiches')).toBeVisible()
    await expect(agent.getByRole('link', { name: /internes en médecine/ })).toBeHidden()
    await expect(admin.getByText('Enregistré', { exact: true })).toBeVisible()
  })
  await context.close()
})
