import { expect } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { description, keptOffline, openFirstFiche, said, write } from '../../src/fiche-page.ts'

test('[S95] two tabs of one person on one fiche lose nothing of each other, and a third finds the words of both', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.lacq')
  const address = await openFirstFiche(page)
  const other = await page.context().newPage()
  await other.goto(address)
  await said(other, 'Enregistré')
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await server.kill()
  await said(page, 'Hors ligne')
  await said(other, 'Hors ligne')
  await write(page, ' tulipe')
  await write(other, ' jonquille')
  await said(page, keptOffline(7))
  await said(other, keptOffline(10))
  await other.close()

  await page.reload()
  await said(page, keptOffline(17))
  const third = await page.context().newPage()
  await third.goto(address)
  await said(third, keptOffline(17))
  await server.start()
  await said(page, 'Enregistré')
  await said(third, 'Enregistré')
  for (const tab of [page, third]) {
    await expect(description(tab)).toContainText(' tulipe')
    await expect(description(tab)).toContainText(' jonquille')
  }
  const text = (await description(page).textContent()) ?? ''
  expect([text.split(' tulipe').length, text.split(' jonquille').length]).toEqual([2, 2])
})
