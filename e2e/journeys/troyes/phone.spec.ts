import { expect } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { fillSignIn } from '../../src/fill-sign-in.ts'
import { expectLines, lines } from '../../src/plan-tree.ts'
import { CRECHES, openPlanForTwo } from '../../src/troyes.ts'

// CA Troyes Champagne Métropole: a plan is rearranged from a phone too. Each test puts back what it changes.

test('a fiche is moved from a phone, and the pages of the others follow', async ({
  page: editeur,
  signIn,
  browser,
  server,
}) => {
  const { admin, both } = await openPlanForTwo({ editeur, signIn, browser })

  await test.step('on a phone, the menu of a line moves it, and nothing speaks of dragging', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      locale: 'fr-FR',
    })
    const phone = await context.newPage()
    await phone.goto(`${server.url}/connexion?retour=${new URL(editeur.url()).pathname}`)
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

  await admin.context().close()
})
