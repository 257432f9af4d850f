import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { acceptInvitation, inviteAs } from '../src/invite-colleague.ts'

// CC du Canton d’Erstein: one person fills in every plan, and hands it over. Each part is a test of its own, on the same server.

const ERSTEIN = '200067924'
const FICHE = 'Tenir un tableau de bord commun du PCAET et du COT'

test('hands fiches over to a colleague, who finds theirs and writes in the first one', async ({
  page,
  browser,
  signIn,
  server,
  mailbox,
}) => {
  const email = 'claire.schmitt@cc-erstein.exemple.fr'
  await test.step('the admin invites the colleague whom fiches name', async () => {
    await signIn('admin.erstein')
    await inviteAs(page, { email, personne: 'Claire Schmitt' })
    await expect(page.getByRole('heading', { name: 'Invitations en attente' })).toBeVisible()
  })

  const context = await browser.newContext({ locale: 'fr-FR' })
  const colleague = await context.newPage()
  await test.step('the colleague reads the message and follows its link', async () => {
    await expect.poll(() => mailbox.lastLinkTo(email), { timeout: 20_000 }).toContain(`${server.url}/invitation?token=`)
    expect(mailbox.messagesTo(email)[0]).toContain('Hélène Wurtz vous invite')
    await colleague.goto(mailbox.lastLinkTo(email) ?? '')
    await acceptInvitation(colleague, { nom: 'Claire Schmitt', password: 'un mot de passe à moi' })
  })

  await test.step('lands on their fiches, the late one first, opens it and writes', async () => {
    await expect(colleague.getByRole('heading', { level: 1, name: 'Mes fiches' })).toBeVisible()
    await expect(colleague).toHaveURL(`${server.url}/collectivites/${ERSTEIN}/mes-fiches`)
    const mine = colleague.getByRole('main')
    await expect(mine.getByRole('link', { name: /^Passer les crèches/ })).toBeVisible()
    await mine.getByRole('link', { name: FICHE }).click()
    await expect(colleague.getByText('Enregistré', { exact: true })).toBeVisible()
    const objectifs = colleague.getByRole('textbox', { name: 'Objectifs' })
    await objectifs.click()
    await colleague.keyboard.press('Control+End')
    await colleague.keyboard.type(' Relu par Claire.')
    await expect(objectifs).toContainText('Relu par Claire.')
    await expect(colleague.getByText('Enregistré', { exact: true })).toBeVisible()
  })

  await test.step('the admin sees it, and a member instead of a name', async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: 'Modifier Claire Schmitt' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Inviter Claire Schmitt' })).toHaveCount(0)
    await page.goto(colleague.url())
    await expect(page.getByRole('textbox', { name: 'Objectifs' })).toContainText('Relu par Claire.')
  })

  await test.step('the link does not serve twice', async () => {
    await colleague.goto(mailbox.lastLinkTo(email) ?? '')
    await expect(colleague.getByRole('heading', { name: 'Invitation déjà acceptée' })).toBeVisible()
  })
  await context.close()
})

test('lets a forgotten password be chosen again, by e-mail', async ({ page, server, mailbox }) => {
  const email = 'karim.belhadj@demo.pupitre.test'
  await page.goto(`${server.url}/connexion`)
  await page.getByRole('link', { name: /^Mot de passe oublié/ }).click()
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(page.getByRole('heading', { name: 'Regardez vos messages' })).toBeVisible()
  await expect.poll(() => mailbox.lastLinkTo(email), { timeout: 20_000 }).toBeDefined()
  await page.goto(mailbox.lastLinkTo(email) ?? '')
  await page.getByLabel('Nouveau mot de passe').fill('un autre mot de passe')
  await page.getByLabel('Le même, encore une fois').fill('un autre mot de passe')
  await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click()
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill('un autre mot de passe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
})
