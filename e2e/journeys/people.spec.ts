import { type Browser, expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { acceptInvitation } from '../src/invite-colleague.ts'
import { openAs } from '../src/open-as.ts'

// People: invitations that are not plain, sessions that end elsewhere, fiches that come while one looks, an address that changes.

const ERSTEIN = '200067924'
const FICHE = 'Rénover les trois gymnases intercommunaux'

/** The link of an invitation that the admin of a page sends to an address. */
async function invited(
  page: Page,
  { email, mailbox }: { email: string; mailbox: { lastLinkTo: (address: string) => string | undefined } },
): Promise<string> {
  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('button', { name: 'Inviter', exact: true }).click()
  await page.getByLabel('Adresses e-mail').fill(email)
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => mailbox.lastLinkTo(email), { timeout: 20_000 }).toBeDefined()
  return mailbox.lastLinkTo(email) ?? ''
}

async function strangerPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'fr-FR' })).newPage()
}

test('closes the open pages and sockets of another browser when one signs out everywhere', async ({
  page,
  browser,
  signIn,
  server,
}) => {
  await signIn('editeur.lacq')
  await page.getByRole('link', { name: 'SPASER 2025-2028' }).click()
  await page.getByRole('link', { name: /^Exiger un bilan des déblais/ }).click()
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()

  const elsewhere = await openAs(browser, 'editeur.lacq', page.url())
  const open = new Set<string>()
  elsewhere.on('websocket', (socket) => {
    open.add(socket.url())
    socket.on('close', () => open.delete(socket.url()))
  })
  await expect(elsewhere.getByText('Enregistré', { exact: true })).toBeVisible()
  // The browser does not tell of the sockets that a reload cuts.
  open.clear()
  await elsewhere.reload()
  await expect(elsewhere.getByText('Enregistré', { exact: true })).toBeVisible()
  await expect.poll(() => [...open].some((url) => url.includes('/sync/'))).toBe(true)

  await page.goto(`${server.url}/compte`)
  await page.getByRole('button', { name: 'Se déconnecter partout ailleurs' }).click()
  await expect(page.getByRole('button', { name: 'Se déconnecter partout ailleurs' })).toHaveCount(0)

  await expect.poll(() => [...open]).toEqual([])
  await expect(elsewhere.getByText(/session a pris fin/)).toBeVisible()
  // This browser goes on.
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible()
  await elsewhere.context().close()
})

test('says what is the matter with an invitation that does not open', async ({ page, browser, signIn, mailbox }) => {
  await signIn('admin.erstein')
  const email = 'lea.roth@cc-erstein.exemple.fr'
  const link = await invited(page, { email, mailbox })

  await test.step('signed in as somebody else', async () => {
    await page.goto(link)
    await expect(page.getByText(`Cette invitation est adressée à ${email}, et vous êtes connecté avec`)).toBeVisible()
    await page.getByRole('button', { name: 'Se déconnecter pour l’accepter' }).click()
    await expect(page.getByLabel('Votre nom')).toBeVisible()
  })

  await test.step('expired, as the server says of one that is a week old', async () => {
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('"EN_ATTENTE"', '"EXPIREE"') })
    })
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Invitation expirée' })).toBeVisible()
    await expect(page.getByText('Demandez à Hélène Wurtz de vous la renvoyer.')).toBeVisible()
    await page.unroute('**/graphql')
    await page.reload()
  })

  await test.step('used twice', async () => {
    await acceptInvitation(page, { nom: 'Léa Roth', password: 'un mot de passe à moi' })
    await expect(page.getByRole('heading', { level: 1, name: 'Mes fiches' })).toBeVisible()
    const other = await strangerPage(browser)
    await other.goto(link)
    await expect(other.getByRole('heading', { name: 'Invitation déjà acceptée' })).toBeVisible()
    await expect(other.getByText(`Vous pouvez vous connecter avec ${email}`)).toBeVisible()
    await other.context().close()
  })

  await test.step('revoked, and incomplete', async () => {
    const admin = await openAs(browser, 'admin.erstein', new URL(`/collectivites/${ERSTEIN}/membres`, link).href)
    const revokedEmail = 'marc.roth@cc-erstein.exemple.fr'
    const revoked = await invited(admin, { email: revokedEmail, mailbox })
    await admin.getByRole('button', { name: `Annuler l’invitation de ${revokedEmail}` }).click()
    await expect(admin.getByText(`L’invitation de ${revokedEmail} est annulée.`)).toBeVisible()
    const other = await strangerPage(browser)
    for (const address of [revoked, revoked.slice(0, -5)]) {
      await other.goto(address)
      await expect(other.getByRole('heading', { name: 'Invitation introuvable' })).toBeVisible()
      await expect(other.getByText('l’invitation a été annulée ou renvoyée depuis')).toBeVisible()
    }
    await other.context().close()
    await admin.context().close()
  })
})

test('invites a pasted list, and keeps only the addresses that are to be mended', async ({ page, signIn, mailbox }) => {
  await signIn('admin.blois')
  await page.getByRole('link', { name: 'Réglages' }).click()
  await page.getByRole('button', { name: 'Inviter', exact: true }).click()
  const addresses = page.getByLabel('Adresses e-mail')
  await addresses.fill(
    'Awa <awa@agglo.exemple.fr>; jo@agglo.exemple.fr\nlecteur.blois@demo.pupitre.test, sans-fin@agglo',
  )
  await page.getByRole('button', { name: 'Envoyer 4 invitations' }).click()
  const alert = page.getByRole('dialog').getByRole('alert')
  await expect(alert).toContainText('lecteur.blois@demo.pupitre.test est déjà membre de la collectivité.')
  await expect(alert).toContainText('Cette adresse est incomplète.')
  await expect(addresses).toHaveValue('sans-fin@agglo\nlecteur.blois@demo.pupitre.test')
  for (const email of ['awa@agglo.exemple.fr', 'jo@agglo.exemple.fr']) {
    await expect.poll(() => mailbox.messagesTo(email).length, { timeout: 20_000 }).toBe(1)
  }
})

test('shows a fiche among one’s own as soon as a colleague makes one pilote, and takes it away again', async ({
  page,
  browser,
  signIn,
  server,
}) => {
  await signIn('admin.erstein')
  await page.getByRole('link', { name: 'PCAET 2024-2030' }).click()
  await page.getByRole('link', { name: FICHE }).click()
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
  const mine = await openAs(browser, 'editeur.erstein', `${server.url}/collectivites/${ERSTEIN}/mes-fiches`)
  await expect(mine.getByRole('heading', { level: 1, name: 'Mes fiches' })).toBeVisible()
  await expect(mine.getByRole('link', { name: FICHE })).toHaveCount(0)
  const nom = 'Mathieu Kempf'

  const pilotes = page.getByLabel('Pilotes', { exact: true })
  await pilotes.fill(nom)
  await pilotes.press('Enter')
  await expect(mine.getByRole('link', { name: FICHE })).toBeVisible()
  // The last name goes first.
  await expect(async () => {
    await pilotes.press('Backspace')
    await expect(mine.getByRole('link', { name: FICHE })).toHaveCount(0, { timeout: 2000 })
  }).toPass({ timeout: 20_000 })
  await mine.context().close()
})

test('changes one’s address once the new one is shown to be one’s own, and tells the former one', async ({
  page,
  server,
  mailbox,
}) => {
  const [former, next] = ['contributeur.troyes@demo.pupitre.test', 'nouvelle.adresse@exemple.fr']
  await page.goto(`${server.url}/connexion?retour=/compte`)
  await page.getByLabel('Adresse e-mail').fill(former)
  await page.getByLabel('Mot de passe', { exact: true }).fill('demonstration')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('button', { name: 'Changer d’adresse' }).click()
  await page.getByLabel('Nouvelle adresse').fill(next)
  await page.getByLabel('Votre mot de passe').fill('pas le bon')
  await page.getByRole('button', { name: 'Changer d’adresse' }).click()
  await expect(page.getByRole('alert')).toHaveText('Le mot de passe actuel n’est pas le bon.')
  await page.getByLabel('Votre mot de passe').fill('demonstration')
  await page.getByRole('button', { name: 'Changer d’adresse' }).click()
  await expect(page.getByRole('status')).toContainText(`un message vient d’être envoyé à ${next}`)
  await expect(page.getByText(former)).toBeVisible()

  await expect.poll(() => mailbox.lastLinkTo(next), { timeout: 20_000 }).toBeDefined()
  await expect.poll(() => mailbox.messagesTo(former).at(-1), { timeout: 20_000 }).toContain(next)
  const link = mailbox.lastLinkTo(next) ?? ''
  await page.goto(link)
  await expect(page.getByText('Cette adresse est bien la vôtre.')).toBeVisible()
  await expect(page.getByText(next)).toBeVisible()
  await expect(page.getByText('(vérifiée)')).toBeVisible()
  await page.goto(link)
  await expect(page.getByText(/Ce lien ne sert plus/)).toBeVisible()
})
