import { readdir, readFile } from 'node:fs/promises'
import { type Browser, expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'

// CC de Lacq-Orthez: the observatory reads the public plans by API. Whoever visits sees what it gives, without an account.

const PLAN = 'SPASER 2025-2028'
const FICHE = /^Exiger un bilan des déblais/
const OTHER_PLAN = 'Plan climat 2022-2027'
const LACQ = '200039204'

const plans = (page: Page) => page.getByRole('region', { name: 'Plans', exact: true })
const chart = (page: Page, name: string) => page.getByRole('table', { name })

/** A visitor of their own browser. */
async function visit(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** An admin publishes the plan that the agents of the territory fill in. */
async function publish(admin: Page): Promise<string> {
  await admin.getByRole('link', { name: PLAN }).click()
  await admin.getByRole('button', { name: 'Accès', exact: true }).click()
  await admin.getByRole('radio', { name: /^Public/ }).check()
  await admin.getByRole('button', { name: 'Continuer' }).click()
  await admin.getByRole('button', { name: 'Rendre public' }).click()
  await expect(admin.getByRole('dialog')).toBeHidden()
  return admin.url()
}

test('the observatory reads the public plans by API, and anybody sees them without an account', async ({
  page: admin,
  signIn,
  browser,
  server,
}) => {
  await signIn('admin.lacq')
  const address = await publish(admin)

  const visitor = await visit(browser, `${server.url}/connexion`)
  await visitor.getByRole('link', { name: 'Observatoire des plans publics' }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: 'Observatoire des plans publics' })).toBeVisible()
  await expect(plans(visitor).getByRole('link', { name: PLAN })).toBeVisible()
  await expect(plans(visitor).getByRole('link', { name: OTHER_PLAN })).toBeVisible()

  await test.step('narrows the list and the charts together, in the address', async () => {
    await visitor.getByRole('combobox', { name: 'Type de plan' }).click()
    await visitor.getByRole('option', { name: 'SPASER' }).click()
    await expect(plans(visitor).getByRole('listitem')).toHaveCount(1)
    await expect(chart(visitor, 'Fiches par territoire').getByRole('row', { name: /Lacq/ })).toBeVisible()
    await expect(visitor).toHaveURL(/type=SPASER/)
    const shared = await visit(browser, visitor.url())
    await expect(plans(shared).getByRole('listitem')).toHaveCount(1)
    await expect(shared.getByRole('combobox', { name: 'Type de plan' })).toHaveValue('SPASER')
    await shared.context().close()
    await chart(visitor, 'Fiches par statut').getByRole('link', { name: 'En cours' }).click()
    await expect(visitor).toHaveURL(/statut=EN_COURS/)
    await visitor.getByRole('searchbox', { name: 'Nom du plan' }).fill('inconnu')
    await expect(visitor.getByRole('heading', { name: 'Aucun plan ne répond à ces filtres' })).toBeVisible()
    await visitor.getByRole('button', { name: 'Tout afficher' }).first().click()
    await expect(plans(visitor).getByRole('link', { name: OTHER_PLAN })).toBeVisible()
    await expect(visitor.getByRole('searchbox', { name: 'Nom du plan' })).toHaveValue('')
  })

  await test.step('gives the request by which the API answers what is shown', async () => {
    await visitor.getByRole('searchbox', { name: 'Nom du plan' }).fill('spaser')
    await expect(plans(visitor).getByRole('listitem')).toHaveCount(1)
    await visitor.getByRole('button', { name: 'Voir la requête GraphQL' }).click()
    const dialog = visitor.getByRole('dialog')
    const query = await dialog.getByRole('group', { name: 'Requête' }).innerText()
    const variables: unknown = JSON.parse(await dialog.getByRole('group', { name: 'Variables' }).innerText())
    const answered = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data } = await answered.json()
    expect(data.plansPublics.edges).toMatchObject([{ node: { nom: PLAN } }])
    await expect(visitor.getByText(new RegExp(`^${data.agregatsPublics.fichesCount}\\sfiches action`))).toBeVisible()

    const graphiql = await visit(
      browser,
      new URL((await dialog.getByRole('link', { name: 'Ouvrir dans GraphiQL' }).getAttribute('href')) ?? '', server.url)
        .href,
    )
    await expect(graphiql.getByRole('tab', { name: /^Observatoire/ })).toBeVisible()
    await graphiql.context().close()
    await visitor.keyboard.press('Escape')
  })

  await test.step('gives the list as a table', async () => {
    const downloading = visitor.waitForEvent('download')
    await visitor.getByRole('button', { name: 'Télécharger les plans (CSV)' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('plans-publics.csv')
    const [heading, ...lines] = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
    expect(heading).toContain('Nom;Type;')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(PLAN)
  })

  await test.step('says what is kept back of small services', async () => {
    await visitor.goto(`${server.url}/observatoire?territoire=${LACQ}`)
    await expect(
      chart(visitor, 'Fiches par service pilote').getByRole('cell', { name: 'non communiqué' }).first(),
    ).toBeVisible()
    await expect(visitor.getByText('un service de moins de cinq fiches pourrait désigner une personne')).toBeVisible()
  })

  await test.step('reads the plan and its fiches, at the addresses that agents have too', async () => {
    await plans(visitor).getByRole('link', { name: PLAN }).click()
    await expect(visitor.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
    await visitor.getByRole('link', { name: FICHE }).click()
    await expect(visitor.getByRole('heading', { level: 1, name: FICHE })).toBeVisible()
    await expect(visitor.getByRole('heading', { name: 'Objectifs' })).toBeVisible()
    await expect(visitor.getByText('Noms non publiés')).toBeVisible()
    await visitor.goto(address)
    await expect(visitor).toHaveURL(new RegExp('/observatoire/plans/'))
    await expect(visitor.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
  })

  await test.step('is led to sign in by what is not public, and back to what an agent sees', async () => {
    await visitor.goto(`${server.url}/collectivites/${LACQ}/plans`)
    await expect(visitor).toHaveURL(/\/connexion/)
    await visitor.goto(`${server.url}/observatoire/plans/00000000-0000-4000-8000-000000000000`)
    await expect(visitor.getByRole('heading', { name: 'Page introuvable' })).toBeVisible()
    await admin.goto(address.replace('/plans/', '/observatoire/plans/'))
    await admin.getByRole('link', { name: 'Mon espace' }).click()
    await expect(admin).toHaveURL(address)
  })
})

test('says under every page how accessible it is, to whom to complain, and keeps the page of styles for development', async ({
  page,
  signIn,
  server,
}) => {
  await page.goto(`${server.url}/connexion`)
  await page.getByRole('link', { name: 'Accessibilité : non conforme' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Déclaration d’accessibilité' })).toBeVisible()
  await expect(page.getByText('aucun audit n’en a encore vérifié les critères')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Écrire un message au Défenseur des droits' })).toBeVisible()
  await expect(page.getByText('aux administrateurs de votre collectivité')).toBeVisible()

  await page.goto(server.url)
  await signIn('lecteur.lacq')
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Accessibilité : non conforme' })).toBeVisible()
  await expect(
    page.getByRole('contentinfo').getByRole('link', { name: 'Observatoire des plans publics' }),
  ).toBeVisible()

  await page.goto(`${server.url}/styles`)
  await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible()
  const files = await readdir(new URL('../../client/dist/assets/', import.meta.url))
  expect(files.filter((file) => /styles-page|specimens/.test(file))).toEqual([])
})
