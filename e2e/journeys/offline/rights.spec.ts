import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { changeRole } from '../../src/change-role.ts'
import { deleted, restored } from '../../src/corbeille.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { description, openFirstFiche, said, write } from '../../src/fiche-page.ts'
import { fillSignIn } from '../../src/fill-sign-in.ts'
import { holdableEdits } from '../../src/hold-edits.ts'
import { openAs } from '../../src/open-as.ts'

// Rights that change under the hand of who writes: the page follows, and gives back what was not sent.

let hold: () => void
let address: string

test.beforeEach(async ({ page, signIn }) => {
  ;({ hold } = await holdableEdits(page))
  await signIn('editeur.lacq')
  address = await openFirstFiche(page)
})

const myText = (page: Page) => page.getByRole('group', { name: 'Votre texte' })

test('[S99] a role lowered while typing: the fiche is read, and the words not sent are given back', async ({
  page,
  browser,
}) => {
  const admin = await openAs(browser, 'admin.lacq', address)
  await said(admin, 'Enregistré')
  hold()
  await write(page, ' mots en vol')
  await changeRole(admin, { account: 'editeur.lacq', role: 'LECTEUR' })

  await said(page, 'Lecture seule')
  await expect(page.getByRole('alert').filter({ hasText: 'Vous pouvez encore la lire' })).toBeVisible()
  await expect(myText(page)).toContainText('mots en vol')
  await expect(page.getByRole('group', { name: 'Texte du serveur' })).not.toContainText('mots en vol')
  await expect(description(page)).toHaveCount(0)
  await expectAccessible(page)
  await page.reload()
  await expect(myText(page)).toContainText('mots en vol')

  await page.getByRole('button', { name: 'Copier mon texte' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Les supprimer' }).click()
  await expect(myText(page)).toHaveCount(0)
  await expect(admin.getByText('mots en vol')).toHaveCount(0)

  await changeRole(admin, { account: 'editeur.lacq', role: 'EDITEUR' })
  await said(page, 'Enregistré')
  await write(page, ' droits revenus')
  await expect(description(admin)).toContainText('droits revenus')
  await admin.context().close()
})

test('[S99] a fiche deleted while typing: its page is gone, and the words not sent are given back', async ({
  page,
  browser,
}) => {
  const admin = await openAs(browser, 'admin.lacq', address)
  await said(admin, 'Enregistré')
  hold()
  await write(page, ' pour rien')
  const line = await deleted(admin, { fiche: address.split('/').at(-1) ?? '' })

  await expect(page.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible()
  await expect(myText(page)).toContainText('pour rien')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Aller à mon pupitre' }).click()
  await page.getByRole('link', { name: /gardées? sur cet appareil/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sur cet appareil' })).toBeVisible()
  await expect(myText(page)).toContainText('pour rien')
  await expectAccessible(page)

  await restored(admin, line)
  await page.goto(address)
  await said(page, 'Enregistré')
  await expect(myText(page)).toContainText('pour rien')
  await expect(description(page)).not.toContainText('pour rien')
  await admin.context().close()
})

test('[S95] a session ended while typing: one signs in again, and the words are sent', async ({ page, browser }) => {
  hold()
  await write(page, ' avant la fin')
  const other = await openAs(browser, 'editeur.lacq', address)
  await said(other, 'Enregistré')
  const { origin } = new URL(address)
  const closed = await other.request.post(`${origin}/api/auth/revoke-other-sessions`, { headers: { origin }, data: {} })
  expect(closed.ok()).toBe(true)

  await said(page, 'Votre session a pris fin')
  await page.reload()
  await fillSignIn(page, 'editeur.lacq')
  await said(page, 'Enregistré')
  await expect(description(page)).toContainText(' avant la fin')
  await expect(description(other)).toContainText(' avant la fin')
  await other.context().close()
})
