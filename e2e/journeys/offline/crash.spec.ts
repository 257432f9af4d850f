import { expect } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { description, keptOffline, openFirstFiche, said, write } from '../../src/fiche-page.ts'
import { fillSignIn } from '../../src/fill-sign-in.ts'
import { KillableBrowser } from '../../src/killable-browser.ts'

// An agent writes without network; the page is reloaded, then the browser killed, before anything could be sent.

test('[S95] keeps what was written without network over a reload and a crash, and merges it with a colleague’s', async ({
  page: colleague,
  signIn,
  server,
}) => {
  await signIn('admin.lacq')
  const address = await openFirstFiche(colleague)
  const agent = await KillableBrowser.create()
  let page = await agent.start()
  await page.goto(`${server.url}/connexion?retour=${new URL(address).pathname}`)
  await fillSignIn(page, 'editeur.lacq')
  await said(page, 'Enregistré')
  // The application is on the disk too, so that it opens without network.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))

  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, ' train')
  await said(page, keptOffline(6))
  await page.reload()
  await said(page, keptOffline(6))
  await expect(description(page)).toContainText(' train')
  await write(page, ' tunnel')
  await said(page, keptOffline(13))

  await agent.kill()
  page = await agent.start()
  await page.goto(address)
  await said(page, keptOffline(13))
  await expect(description(page)).toContainText(' train tunnel')

  // A browser writes its cookies now and then: a crash loses those of a session so young, or not. The words wait for their owner.
  await page.context().clearCookies()
  await server.start()
  // Told by the socket or by the page, whichever comes first: both ask to sign in.
  await expect(page.getByRole('textbox', { name: 'Mot de passe' })).toBeVisible({ timeout: 20_000 })
  await said(colleague, 'Enregistré')
  await write(colleague, ' bureau')
  await said(colleague, 'Enregistré')

  await fillSignIn(page, 'editeur.lacq')
  await said(page, 'Enregistré')
  for (const reader of [page, colleague]) {
    await expect(description(reader)).toContainText(' train tunnel')
    await expect(description(reader)).toContainText(' bureau')
  }
  await page.goto(`${server.url}/sur-cet-appareil`)
  await said(page, /^Rien n’attend sur cet appareil/)
  await agent.dispose()
})
