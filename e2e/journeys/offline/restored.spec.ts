import { expect } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { description, keptOffline, openFirstFiche, said, write } from '../../src/fiche-page.ts'
import { restoreAnotherLife } from '../../src/restored-database.ts'

test('[S99] never merges old words into a restored fiche: they are shown beside the server’s text', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.lacq')
  await openFirstFiche(page)
  await server.kill()
  await said(page, 'Hors ligne')
  await write(page, ' mots d’avant')
  await said(page, keptOffline(13))
  await restoreAnotherLife(server)
  await server.start()

  await expect(page.getByRole('heading', { name: 'Cette fiche a été rétablie sur le serveur' })).toBeVisible()
  await said(page, 'Enregistré')
  const mine = page.getByRole('group', { name: 'Votre texte' })
  await expect(mine.locator('mark')).toHaveText(/mots d’avant/)
  await expect(description(page)).not.toContainText('mots d’avant')
  await expectAccessible(page)

  await write(page, ' repris à la main')
  await said(page, 'Enregistré')
  await expect(page.getByRole('group', { name: 'Texte du serveur' })).toContainText('repris à la main')
  await page.reload()
  await said(page, 'Enregistré')
  await expect(description(page)).toContainText('repris à la main')
  await expect(description(page)).not.toContainText('mots d’avant')
  await expect(mine).toContainText('mots d’avant')
})

test('opens a restored fiche anew by itself when nothing was unsent', async ({ page, signIn, server }) => {
  await signIn('editeur.lacq')
  await openFirstFiche(page)
  await server.kill()
  await said(page, 'Hors ligne')
  await restoreAnotherLife(server)
  await server.start()
  await said(page, 'Enregistré')
  await expect(page.getByRole('group', { name: 'Votre texte' })).toHaveCount(0)
  await write(page, ' la suite')
  await said(page, 'Enregistré')
})
