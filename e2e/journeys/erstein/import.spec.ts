import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { dropFile } from '../../src/drop-file.ts'
import { expectAccessible, expectAccessibleInAll } from '../../src/expect-accessible.ts'
import { DOUBTFUL, importPrepared, mendDoubtful, openImport } from '../../src/import-page.ts'
import { expectSaved } from '../../src/indicateur-page.ts'
import { acceptInvitation, inviteAs } from '../../src/invite-colleague.ts'
import { planFile } from '../../src/plan-file.ts'

// CC du Canton d’Erstein: one person fills in every plan for colleagues, and hands it over. Each test stands alone, on one server.

const ERSTEIN = '200067924'

const dropZone = (page: Page) => page.getByText('Déposez ici le classeur Excel de votre plan')

test('a plan is dropped on the page, and the colleague whom it names is invited, finds their fiches and writes', async ({
  page,
  browser,
  signIn,
  server,
  mailbox,
}) => {
  const [colleague, email] = ['Nadia Keller', 'nadia.keller@cc-erstein.exemple.fr']
  await test.step('the spreadsheet becomes a plan', async () => {
    await signIn('admin.erstein')
    await openImport(page)
    const bytes = await planFile([
      ['Axe', 'Titre', 'Personne pilote', 'Date de fin', 'Objectifs'],
      ['Mobilité', 'Tracer la voie verte', colleague, '31/12/2034', 'Dix kilomètres.'],
      ['Mobilité', 'Recenser les arrêts de car', colleague, '31/01/2025', 'Tous les arrêts du canton.'],
      ['Mobilité', 'Ouvrir un atelier vélo', 'Paul Anstett', '', ''],
    ])
    await dropFile(dropZone(page), { name: 'Plan de déplacements.xlsx', bytes })
    await importPrepared(page, 'Plan de déplacements')
    await expect(page.getByRole('link', { name: 'Recenser les arrêts de car' })).toBeVisible()
  })

  await test.step('the admin invites the colleague whom its fiches name', async () => {
    await inviteAs(page, { email, personne: colleague })
    await expect(page.getByRole('heading', { name: 'Invitations en attente' })).toBeVisible()
  })

  const context = await browser.newContext({ locale: 'fr-FR' })
  const theirs = await context.newPage()
  await test.step('the colleague reads the message of the SMTP server and follows its link', async () => {
    await expect.poll(() => mailbox.lastLinkTo(email), { timeout: 20_000 }).toContain(`${server.url}/invitation?token=`)
    expect(mailbox.messagesTo(email)[0]).toContain('Hélène Wurtz vous invite')
    expect(mailbox.messagesTo(email)[0]).toContain(`Les fiches confiées à «\u00a0${colleague}\u00a0» seront les vôtres`)
    await theirs.goto(mailbox.lastLinkTo(email) ?? '')
    await acceptInvitation(theirs, { nom: colleague, password: 'un mot de passe à moi' })
  })

  await test.step('lands on their fiches and no other, the late one first, opens it and writes', async () => {
    await expect(theirs.getByRole('heading', { level: 1, name: 'Mes fiches' })).toBeVisible()
    await expect(theirs).toHaveURL(`${server.url}/collectivites/${ERSTEIN}/mes-fiches`)
    const mine = theirs.getByRole('main').getByRole('listitem').getByRole('link')
    await expect(mine).toHaveText(['Recenser les arrêts de car', 'Tracer la voie verte'])
    await mine.first().click()
    await expectSaved(theirs)
    const objectifs = theirs.getByRole('textbox', { name: 'Objectifs' })
    await expect(objectifs).toContainText('Tous les arrêts du canton.')
    await objectifs.click()
    await theirs.keyboard.press('Control+End')
    await theirs.keyboard.type(' Relu par Nadia.')
    await expectSaved(theirs)
  })

  await test.step('the admin reads it, and sees a member instead of a name', async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: `Modifier ${colleague}` })).toBeVisible()
    await expect(page.getByRole('button', { name: `Inviter ${colleague}` })).toHaveCount(0)
    await page.goto(theirs.url())
    await expect(page.getByRole('textbox', { name: 'Objectifs' })).toContainText(
      'Tous les arrêts du canton. Relu par Nadia.',
    )
  })
  await context.close()
})

test.describe('a real plan', () => {
  /** Kept beside the repository. */
  const CONTRAT = fileURLToPath(new URL('../../../../shared/plans/contrat-local-de-sante.xlsx', import.meta.url))

  test.skip(process.env['CI'] !== 'true' && !existsSync(CONTRAT), '../shared/plans is not there')

  test('is dropped, previewed, and opens with its fiches', async ({ page, signIn }) => {
    await signIn('editeur.erstein')
    await openImport(page)
    await expectAccessible(page)
    await dropFile(dropZone(page), { name: 'contrat-local-de-sante.xlsx', bytes: await readFile(CONTRAT) })

    await expect(page.getByRole('heading', { name: 'Ce qui sera créé' })).toBeVisible()
    await expect(page.getByLabel('Nom du plan')).toHaveValue('Contrat Local de Santé 2025-2030')
    await expect(page.getByText('Axe 2. ACCES AUX SOINS')).toBeVisible()
    await expect(page.getByText(/29\u00a0fiches/).first()).toBeVisible()
    await expectAccessible(page)

    // The address holds the prepared file: a reload shows it again.
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await importPrepared(page, 'Contrat Local de Santé 2025-2030')
    await expect(
      page.getByRole('link', { name: 'Fiche Action 2. Animer les Copil, les Cotech et les GT' }),
    ).toBeVisible()
  })
})

test('the template that is downloaded comes back, and what is wrong in a file is said', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.erstein')
  await openImport(page)
  await dropFile(dropZone(page), { name: 'plan.csv', bytes: Buffer.from('Axe;Titre') })
  await expect(page.getByRole('alert')).toContainText('.csv ne sont pas pris en charge')

  const template = await page.request.get(`${server.url}/api/imports/modele.xlsx`)
  // By the button too, for those who drag nothing.
  await page.getByLabel('Classeur à importer').setInputFiles({
    name: 'modele-pupitre.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await template.body(),
  })
  await expect(page.getByText('Aucune fiche n’est décrite')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Importer le plan' })).toBeDisabled()

  // Leaving asks first.
  await page.getByRole('link', { name: 'Plans', exact: true }).first().click()
  await expect(page.getByRole('dialog', { name: /Quitter l’import/ })).toBeVisible()
  await page.getByRole('button', { name: 'Rester sur l’import' }).click()
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click()
  await expect(page.getByRole('button', { name: 'Choisir un fichier' })).toBeVisible()
})

test('an import has its cells mended or accepted, then the plan opens', async ({ page, signIn }) => {
  const name = 'Plan vélo'
  await signIn('editeur.erstein')
  await openImport(page)
  await expectAccessibleInAll(page)
  await dropFile(dropZone(page), { name: `${name}.xlsx`, bytes: await planFile(DOUBTFUL) })
  await expect(page.getByText(/^1\u00a0erreur est à corriger/)).toBeVisible()
  await expectAccessibleInAll(page)

  await mendDoubtful(page)
  await page.getByRole('button', { name: 'Importer le plan' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Un titre plus court' })).toBeVisible()
})

test('a reader is offered no import', async ({ page, signIn }) => {
  await signIn('lecteur.erstein')
  await expect(page.getByRole('link', { name: 'Importer un plan' })).toHaveCount(0)
  await page.goto(page.url().replace('/plans', '/import'))
  await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible()
})
