import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { openAs } from '../../src/open-as.ts'

// CC des Baronnies en Drôme Provençale: an admin gives the territory's observatory a key of the API, sees it serve, renews it
// without a stop, and ends it.

const SIREN = '200068229'
const PLAN = 'Plan de mobilité simplifié'

const SIZES = [
  { name: '1440', viewport: { width: 1440, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
]

/** What a program that shows this secret is answered, without any cookie. */
async function ask(request: APIRequestContext, { url, secret }: { url: string; secret: string }) {
  const query = `{ collectivite(siren: "${SIREN}") { plans(first: 100) { edges { node { nom } } } } }`
  const response = await request.post(`${url}/graphql`, {
    headers: { authorization: `Bearer ${secret}` },
    data: { query },
  })
  return { status: response.status(), body: await response.text() }
}

async function openKeys(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Pages' })
  if (await menu.isVisible()) {
    await menu.click()
    await page.getByRole('menuitem', { name: 'Réglages' }).click()
  } else {
    await page.getByRole('link', { name: 'Réglages' }).click()
  }
  await page.getByRole('link', { name: 'Clés d’API' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Clés d’API' })).toBeVisible()
}

for (const { name: size, viewport } of SIZES) {
  test.describe(`${size} px`, () => {
    // Without motion, so that colours are measured once they are there.
    test.use({
      viewport,
      permissions: ['clipboard-read', 'clipboard-write'],
      contextOptions: { reducedMotion: 'reduce' },
    })

    test('an admin creates a key, sees it serve, renews it and revokes it', async ({
      page,
      signIn,
      request,
      server: { url },
    }) => {
      const nom = `Observatoire du territoire ${size}`
      const dialog = page.getByRole('dialog')
      const secretField = dialog.getByLabel('Secret', { exact: true })
      const key = page.getByRole('list', { name: 'Clés d’API' }).getByRole('listitem').filter({ hasText: nom })
      await signIn('admin.baronnies')

      await test.step('from a page that says what a key is for', async () => {
        await openKeys(page)
        await expect(page.getByRole('heading', { name: 'Aucune clé d’API' })).toBeVisible()
        await expectAccessible(page)
      })

      const first = await test.step('the secret is shown once, and copied', async () => {
        await page.getByRole('button', { name: 'Nouvelle clé' }).click()
        await expect(dialog.getByLabel('Nom')).toBeFocused()
        await expect(dialog.getByRole('radio', { name: 'La collectivité', exact: true })).toBeChecked()
        await expectAccessible(page)
        await page.keyboard.type(nom)
        await page.keyboard.press('Enter')
        await expect(dialog.getByRole('button', { name: 'Copier le secret' })).toBeFocused()
        await expectAccessible(page)
        return secretField.inputValue()
      })

      await test.step('which is asked before it is lost: by closing, and by leaving', async () => {
        const question = dialog.getByRole('alert').filter({ hasText: 'sans avoir copié' })
        await page.keyboard.press('Escape')
        await expect(question).toBeVisible()
        await expect(dialog.getByRole('button', { name: 'Revenir au secret' })).toBeFocused()
        await expectAccessible(page)
        await page.keyboard.press('Enter')
        await expect(question).toBeHidden()
        await expect(dialog.getByRole('button', { name: 'Copier le secret' })).toBeFocused()
        await page.goBack()
        await expect(question).toBeVisible()
        await dialog.getByRole('button', { name: 'Revenir au secret' }).click()
        await expect(secretField).toHaveValue(first)
        await dialog.getByRole('button', { name: 'Copier le secret' }).click()
        await expect(dialog.getByText('Copié.')).toBeVisible()
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first)
        await dialog.getByRole('button', { name: 'Terminé' }).click()
        await expect(dialog).toBeHidden()
        await expect(page.getByText(first)).toHaveCount(0)
      })

      await test.step('it serves, which the page says once one is back on it', async () => {
        await expect(key).toContainText('Active')
        await expect(key).toContainText('Lit ce qui n’est pas restreint')
        await expect(key).toContainText('Jamais utilisée')
        await expect(key.getByText(`${first.slice(0, 10)}…`)).toBeVisible()
        expect(await ask(request, { url, secret: first })).toMatchObject({
          status: 200,
          body: expect.stringContaining(PLAN),
        })
        await page.evaluate(() => dispatchEvent(new Event('focus')))
        await expect(key).toContainText('Dernière utilisation le')
        await expectAccessible(page)
      })

      const second = await test.step('renewed, its two secrets are taken until the day that is said', async () => {
        await key.getByRole('button', { name: `Renouveler ${nom}` }).click()
        await expect(dialog.getByLabel('Accepter encore l’ancien secret')).toBeFocused()
        await expect(dialog.getByText(/^Jusqu’au \d+.* les deux secrets marchent/)).toBeVisible()
        await expectAccessible(page)
        await dialog.getByRole('button', { name: 'Renouveler' }).click()
        await expect(dialog.getByText(/est encore accepté jusqu’au \d+ \S+ \d{4}/)).toBeVisible()
        await expectAccessible(page)
        const secret = await secretField.inputValue()
        // A browser which does not let the page copy: by hand, which counts too.
        await page.evaluate(() => {
          navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
        })
        await dialog.getByRole('button', { name: 'Copier le secret' }).click()
        await expect(dialog.getByRole('alert')).toContainText('ne laisse pas copier')
        await page.keyboard.press('ControlOrMeta+c')
        await expect(dialog.getByText('Copié.')).toBeVisible()
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
        await dialog.getByRole('button', { name: 'Terminé' }).click()
        await expect(key).toContainText(/Remplacé.*encore accepté jusqu’au/)
        for (const shown of [first, secret]) expect((await ask(request, { url, secret: shown })).status).toBe(200)
        await expectAccessible(page)
        return secret
      })

      await test.step('revoked, once it is said when it last served, it is refused', async () => {
        await key.getByRole('button', { name: `Révoquer ${nom}` }).click()
        await expect(dialog.getByText(/^Elle a servi pour la dernière fois le /)).toBeVisible()
        await expectAccessible(page)
        await dialog.getByRole('button', { name: 'Annuler' }).click()
        await key.getByRole('button', { name: `Révoquer ${nom}` }).click()
        await dialog.getByRole('button', { name: 'Révoquer la clé' }).click()
        await expect(key).toHaveCount(0)
        const revoked = page
          .getByRole('list', { name: 'Clés révoquées' })
          .getByRole('listitem')
          .filter({ hasText: nom })
        await expect(revoked).toContainText('Révoquée le')
        await expectAccessible(page)
        for (const secret of [first, second]) {
          expect(await ask(request, { url, secret })).toMatchObject({
            status: 401,
            body: expect.stringContaining('API_KEY_REVOKED'),
          })
        }
      })

      await test.step('and the journal says whose it was, and who ended it', async () => {
        await page.goto(`${url}/collectivites/${SIREN}/journal`)
        const line = page.getByRole('listitem').filter({ hasText: nom }).filter({ hasText: 'Révocation' })
        await expect(line).toContainText('Florence Arnoux')
        await expectAccessible(page)
      })
    })
  })
}

test('keys are offered to the admins alone', async ({ page, signIn, browser, server: { url } }) => {
  await signIn('lecteur.baronnies')
  await page.getByRole('link', { name: 'Réglages' }).click()
  await expect(page.getByRole('navigation', { name: 'Réglages' }).getByRole('link', { name: 'Services' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Clés d’API' })).toHaveCount(0)
  for (const account of ['lecteur.baronnies', 'editeur.baronnies', 'admin.erstein']) {
    const other = await openAs(browser, account, `${url}/collectivites/${SIREN}/cles-api`)
    await expect(other.getByRole('heading', { name: 'Page introuvable' })).toBeVisible()
    await other.context().close()
  }
})
