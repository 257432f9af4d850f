import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { description, keptOffline, openFirstFiche, said, write } from '../../src/fiche-page.ts'
import { fillSignIn } from '../../src/fill-sign-in.ts'
import { holdableEdits } from '../../src/hold-edits.ts'

// What a device keeps, for whom, and until when.

/** The databases of accounts; the one beside them only names who was signed in last. */
const keptDatabases = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith('pupitre ')),
  )

test('[S98] warns before signing out loses what is on the device alone, then takes all of it off', async ({
  page,
  signIn,
}) => {
  const { hold } = await holdableEdits(page)
  await signIn('editeur.lacq')
  const address = await openFirstFiche(page)
  hold()
  await write(page, ' à perdre')
  await page.getByRole('button', { name: 'Compte de' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  const question = page.getByRole('dialog', { name: /^Se déconnecter maintenant/ })
  await expect(question).toContainText('9\u00a0modifications ne sont que sur cet appareil')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  expect(await keptDatabases(page)).toHaveLength(1)

  await page.getByRole('button', { name: 'Compte de' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await question.getByRole('button', { name: 'Se déconnecter et les perdre' }).click()
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible()
  await expect.poll(() => keptDatabases(page)).toEqual([])

  await page.goto(address)
  await fillSignIn(page, 'editeur.lacq')
  await said(page, 'Enregistré')
  await expect(description(page)).not.toContainText('à perdre')
})

test('[S97] another account on the device sees none of it, and its owner finds it again', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.lacq')
  const address = await openFirstFiche(page)
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, ' à moi seul')
  await said(page, keptOffline(11))
  await page.context().clearCookies()
  await server.start()
  await said(page, 'Votre session a pris fin')

  await fillSignIn(page, 'lecteur.lacq')
  await said(page, 'Lecture seule')
  await expect(page.getByText('à moi seul')).toHaveCount(0)
  await page.goto(`${server.url}/sur-cet-appareil`)
  await said(page, /^Rien n’attend sur cet appareil/)
  await expect(page.getByRole('link', { name: /sur cet appareil/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Compte de' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible()

  await page.goto(address)
  await fillSignIn(page, 'editeur.lacq')
  await said(page, 'Enregistré')
  await expect(description(page)).toContainText('à moi seul')
})

test('[S97] an account that signs in in another tab sends nothing in the name of the first', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.lacq')
  await openFirstFiche(page)
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, ' signé de moi')
  await said(page, keptOffline(13))
  await page.context().clearCookies()
  await server.start()
  const signedIn = await page.request.post(`${server.url}/api/auth/sign-in/email`, {
    headers: { origin: server.url },
    data: { email: 'admin.lacq@demo.pupitre.test', password: 'demonstration' },
  })
  expect(signedIn.ok()).toBe(true)

  await said(page, 'Votre session a pris fin')
  await fillSignIn(page, 'editeur.lacq')
  await said(page, 'Enregistré')
  await expect(description(page)).toContainText('signé de moi')
})

test('[S95] sends what is left of a fiche at the next visit of any page, and shows it meanwhile without the server', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.lacq')
  const address = await openFirstFiche(page)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, ' laissé là')
  await said(page, keptOffline(10))

  await page.goto(`${server.url}/sur-cet-appareil`)
  await expect(page.getByRole('heading', { level: 1, name: 'Le serveur ne répond pas' })).toBeVisible()
  await said(page, '10\u00a0modifications en attente d’envoi')
  await expect(page.getByRole('group', { name: 'Votre texte' })).toContainText('laissé là')
  await expectAccessible(page)

  await server.start()
  await expect(page.getByRole('heading', { level: 1, name: 'Sur cet appareil' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/^Rien n’attend sur cet appareil/)).toBeVisible({ timeout: 40_000 })
  await page.goto(address)
  await said(page, 'Enregistré')
  await expect(description(page)).toContainText('laissé là')
})

test('[S96] says that words are in the tab alone where the browser stores nothing, and asks before they are left', async ({
  page,
  signIn,
  server,
}) => {
  // As browsers do whose storage is switched off.
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('storage is switched off', 'SecurityError')
    }
  })
  await signIn('editeur.lacq')
  await openFirstFiche(page)
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, ' fragile')
  await said(page, 'Hors ligne (8\u00a0modifications non envoyées, gardées dans cet onglet seulement)')
  await page.getByRole('link', { name: 'Pupitre, accueil' }).click()
  await page
    .getByRole('dialog', { name: /^Quitter cette fiche/ })
    .getByRole('button', { name: 'Rester' })
    .click()

  let asked = false
  page.once('dialog', (dialog) => {
    asked = dialog.type() === 'beforeunload'
    void dialog.dismiss()
  })
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toBe(true)
  await server.start()
  await said(page, 'Enregistré')
  await expect(description(page)).toContainText('fragile')
})
