import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../src/expect-accessible.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'
import { openAs } from '../src/open-as.ts'

// « Mon pupitre », where sign-in leads, by keyboard.

const PAS = { role: 'region', name: /^Pour commencer/ } as const

test('leads to what is urgent, says what others did since, and puts the first steps away for good', async ({
  page,
  browser,
  server,
}) => {
  await sinceLongAgo(page)
  await page.goto(server.url)
  await fillSignIn(page, 'contributeur.blois')
  await expect(page.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
  await expect(page).toHaveURL(/\/collectivites\/200030385\/pupitre$/)

  const todo = page.getByRole('region', { name: 'À faire' })
  const mine = todo.getByRole('listitem').getByRole('link')
  const titre = (await mine.first().textContent()) ?? ''

  await test.step('what a colleague changes of one’s fiches is news, and nothing else', async () => {
    const address = new URL((await mine.first().getAttribute('href')) ?? '', server.url).href
    const admin = await openAs(browser, 'admin.blois', address)
    await expect(admin.getByText('Enregistré', { exact: true })).toBeVisible()
    const changed = admin.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/graphql'),
    )
    await admin.getByLabel('Priorité').selectOption('Élevé')
    await expect(admin.getByLabel('Priorité')).toHaveValue('ELEVE')
    await changed
    await admin.context().close()
    await page.reload()
    const news = page.getByRole('region', { name: 'Depuis votre dernière visite' })
    await expect(news.getByRole('link', { name: titre }).first()).toBeVisible()
    await expect(news).toContainText('Élevé')
  })

  await test.step('the first steps are done on what is there, and put away for good', async () => {
    const steps = page.getByRole(PAS.role, { name: PAS.name })
    await expect(steps.getByRole('listitem')).toHaveCount(3)
    await steps.getByRole('button', { name: 'Ne plus afficher' }).press('Enter')
    await expect(steps).toBeHidden()
    await page.reload()
    await expect(todo).toBeVisible()
    await expect(steps).toBeHidden()
  })

  await test.step('a fiche is reached by the keyboard alone, and the way back too', async () => {
    await page.getByRole('link', { name: 'Aller au contenu' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(mine.first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/fiches\//)
    await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Pupitre, accueil' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
  })
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('has no violation, full or empty', async ({ page, server }) => {
  test.setTimeout(LOOKED_AT_IN_ALL_MS)
  await sinceLongAgo(page)
  await page.goto(server.url)
  await fillSignIn(page, 'contributeur.lacq')
  await expect(page.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
  await expect(page.getByRole(PAS.role, { name: PAS.name })).toBeVisible()
  await expect(page.getByRole('region', { name: 'À faire' })).toBeVisible()
  await expectAccessibleInAll(page)
  await page.request.post(`${server.url}/api/auth/sign-out`, { headers: { origin: server.url }, data: {} })
  await page.goto(server.url)
  await fillSignIn(page, 'lecteur.lacq')
  await expect(page.getByRole('region', { name: 'À faire' })).toBeVisible()
  await expectAccessibleInAll(page)
  // A read on its way is not what is looked at.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

/** As if the visit before had ended before the demonstration was loaded: a visit ends after an hour, which is long for a test. */
async function sinceLongAgo(page: Page): Promise<void> {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('"Pupitre"')) return route.fallback()
    const response = await route.fetch()
    const body = (await response.text()).replace('"derniereVisite":null', '"derniereVisite":"2026-01-05T08:00:00.000Z"')
    await route.fulfill({ response, body })
  })
}
