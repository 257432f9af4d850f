import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { dropFile } from '../src/drop-file.ts'
import { importPrepared } from '../src/import-page.ts'
import { expectSaved } from '../src/indicateur-page.ts'
import { acceptInvitation } from '../src/invite-colleague.ts'
import { planFile } from '../src/plan-file.ts'

// The first hour of a collectivité: from the operator's command to two agents in one fiche, with what the pages say alone.

const COMMAND = fileURLToPath(new URL('../../server/src/cli/create-collectivite.ts', import.meta.url))
const ADMIN = { email: 'anne.dupont@cc-fayence.exemple.fr', password: 'une phrase assez longue' }
const [FIRST, SECOND] = ['lea.martin@cc-fayence.exemple.fr', 'yann.roux@cc-fayence.exemple.fr']
const SERVICE = 'Direction des mobilités'

/** What the command prints last: the link by which the admin chooses a password. */
async function createCollectivite(dataDir: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [COMMAND, '--siren', '200004802', '--admin-email', ADMIN.email],
    { env: { PATH: process.env['PATH'], DATA_DIR: dataDir, DEMO: '1' } },
  )
  return stdout.trim().split('\n').at(-1) ?? ''
}

const steps = (page: Page) => page.getByRole('region', { name: /^Pour commencer/ })

test('from the operator’s command to a colleague who writes under the admin’s eyes', async ({
  page,
  browser,
  server,
  mailbox,
}) => {
  test.setTimeout(180_000)
  await test.step('the admin follows the link, chooses a password and comes in', async () => {
    await page.goto(await createCollectivite(server.dataDir))
    await page.getByLabel('Nouveau mot de passe').fill(ADMIN.password)
    await page.getByLabel('Le même, encore une fois').fill(ADMIN.password)
    await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click()
    await page.getByRole('link', { name: 'Se connecter' }).click()
    await page.getByLabel('Adresse e-mail').fill(ADMIN.email)
    await page.getByLabel('Mot de passe', { exact: true }).fill(ADMIN.password)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
    await expect(page.getByText('CC du Pays de Fayence').first()).toBeVisible()
    await expect(steps(page).getByRole('listitem')).toHaveText([
      /^Dire qui vous êtes/,
      /^Avoir un premier plan/,
      /^Inviter des collègues/,
    ])
  })

  await test.step('a first step leads to the import, which makes a plan of their spreadsheet', async () => {
    await steps(page).getByRole('link', { name: 'Importer un plan' }).click()
    const bytes = await planFile([
      ['Axe', 'Titre', 'Direction ou service pilote', 'Objectifs'],
      ['Se déplacer', 'Tracer la voie verte', 'Mobilité', 'Dix kilomètres.'],
      ['Se déplacer', 'Recenser les arrêts de car', 'Mobilité', 'Tous les arrêts.'],
    ])
    await dropFile(page.getByText('Déposez ici le classeur Excel de votre plan'), { name: 'Plan vélo.xlsx', bytes })
    await importPrepared(page, 'Plan vélo')
  })

  await test.step('in the settings, a service is made, and the one that the file named is merged into it', async () => {
    await page.getByRole('link', { name: 'Réglages' }).click()
    await page.getByRole('navigation', { name: 'Réglages' }).getByRole('link', { name: 'Services' }).click()
    await page.getByRole('button', { name: 'Nouveau service' }).click()
    await page.getByLabel('Nom du service').fill(SERVICE)
    await page.getByRole('button', { name: 'Créer le service' }).click()
    await page.getByRole('button', { name: 'Fusionner Mobilité', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('option', { name: SERVICE }).click()
    await expect(dialog).toContainText(/Passent de «\sMobilité\s» à «\sDirection des mobilités\s»\s: 2\sfiches\./)
    await dialog.getByRole('button', { name: 'Fusionner' }).click()
    await expect(page.getByRole('list', { name: 'Services' }).getByRole('listitem')).toHaveCount(1)
  })

  await test.step('two colleagues are invited in it, by a pasted list', async () => {
    await page.getByRole('link', { name: 'Pupitre, accueil' }).click()
    await steps(page).getByRole('link', { name: 'Inviter', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Inviter des collègues' })
    await dialog.getByLabel('Adresses e-mail').fill(`Léa Martin <${FIRST}>; ${SECOND}`)
    await dialog.getByRole('checkbox', { name: SERVICE }).check()
    await dialog.getByRole('button', { name: 'Envoyer 2 invitations' }).click()
    await expect(dialog).toBeHidden()
    for (const email of [FIRST, SECOND]) await expect(page.getByRole('main')).toContainText(email)
  })

  await test.step('the last first step leads to one’s own service, and the steps are done', async () => {
    await page.getByRole('link', { name: 'Pupitre, accueil' }).click()
    await expect(steps(page)).toContainText('2 sur 3')
    await steps(page).getByRole('link', { name: 'Les services de chacun' }).click()
    await page.getByRole('button', { name: `Membres de ${SERVICE}` }).click()
    await page.getByRole('checkbox', { name: 'Anne Dupont' }).check()
    await page.getByRole('button', { name: 'Terminé' }).click()
    await page.getByRole('link', { name: 'Pupitre, accueil' }).click()
    await expect(page.getByRole('region', { name: 'À faire' }).getByRole('link')).not.toHaveCount(0)
    await expect(steps(page)).toBeHidden()
  })

  const context = await browser.newContext({ locale: 'fr-FR' })
  const theirs = await context.newPage()
  await test.step('one follows the link of the message and lands on the fiches of the service', async () => {
    await expect.poll(() => mailbox.lastLinkTo(FIRST), { timeout: 20_000 }).toContain(`${server.url}/invitation?token=`)
    await theirs.goto(mailbox.lastLinkTo(FIRST) ?? '')
    await acceptInvitation(theirs, { nom: 'Léa Martin', password: 'un mot de passe à moi' })
    await expect(theirs.getByRole('heading', { level: 1, name: 'Mes fiches' })).toBeVisible()
    await expect(theirs.getByRole('main').getByRole('listitem').getByRole('link')).toHaveCount(2)
    await theirs.getByRole('link', { name: 'Tracer la voie verte' }).click()
    await expectSaved(theirs)
  })

  await test.step('the admin opens the same fiche, and sees what the colleague writes as it comes', async () => {
    await page.getByRole('link', { name: 'Plans', exact: true }).first().click()
    await page.getByRole('main').getByRole('link', { name: 'Plan vélo' }).click()
    await page.getByRole('link', { name: 'Tracer la voie verte' }).click()
    await expectSaved(page)
    await theirs.getByRole('textbox', { name: 'Objectifs' }).click()
    await theirs.keyboard.press('Control+End')
    await theirs.keyboard.type(' Puis douze.')
    await expect(page.getByRole('textbox', { name: 'Objectifs' })).toContainText('Dix kilomètres. Puis douze.')
    await expectSaved(theirs)
  })
  await context.close()
})
