import { expect, type Locator, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../../src/expect-accessible.ts'
import { graphqlAs } from '../../src/graphql-as.ts'
import { openAs } from '../../src/open-as.ts'

// CA de Blois: somebody looks at the fiches of all the plans together, narrows them, and changes them where they stand.

const LEGUMERIE = 'Construire une légumerie partagée à Blois'
const COMPOST = 'Offrir une solution de compostage à moins de 150 mètres'
const SIREN = '200030385'
/** Services, whose columns are side by side. */
const FROM = 'Déchets et économie circulaire'
const TO = 'Développement économique et emploi'

const grid = (page: Page) => page.getByRole('grid', { name: 'Fiches' })
const row = (page: Page, titre: string) => grid(page).getByRole('row').filter({ hasText: titre })
const count = (page: Page) => page.getByText(/· \d+\sfiches?$/)

/** What the server says of a fiche. */
async function read(page: Page, titre: string) {
  const query = `query ($titre: String!) { fiches(first: 1, where: { titre: { startsWith: $titre } }) {
    edges { node { statut dateDebut dateFin pilotes { nom } services { nom } } } } }`
  const { fiches } = await graphqlAs<{
    fiches: {
      edges: {
        node: {
          statut: string
          dateDebut: string
          dateFin: string
          pilotes: { nom: string }[]
          services: { nom: string }[]
        }
      }[]
    }
  }>(page, query, { titre })
  return fiches.edges[0]?.node
}

/** Drags by hand: the browser starts a drag only once the mouse has moved, and tells of it only while it moves. */
async function dragCard(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('what is dragged is on the page')
  const at = { x: end.x + end.width / 2, y: end.y + 60 }
  await page.mouse.move(start.x + 30, start.y + 20)
  await page.mouse.down()
  await page.mouse.move(start.x + 40, start.y + 26, { steps: 3 })
  await page.mouse.move(at.x, at.y, { steps: 8 })
  await expect(async () => {
    await page.mouse.move(at.x + 3, at.y)
    await page.mouse.move(at.x, at.y)
    await expect(to).toHaveAttribute('data-over', 'true', { timeout: 300 })
  }).toPass()
  await page.mouse.up()
}

/** The browser's own words for an answer that a test breaks on purpose do not fail it. */
async function refuse(page: Page, operation: string): Promise<() => Promise<void>> {
  await page.route('**/graphql', async (route) => {
    const { operationName } = JSON.parse(route.request().postData() ?? '{}')
    if (operationName !== operation) return route.fallback()
    await route.fulfill({
      json: {
        data: { updateFiche: { __typename: 'ForbiddenError', message: 'Vous ne pouvez plus modifier cette fiche.' } },
      },
    })
  })
  return () => page.unroute('**/graphql')
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: LOOKED_AT_IN_ALL_MS })

test('the fiches of all plans are filtered, and the address says how', async ({ page, signIn }) => {
  await signIn('editeur.blois')
  await page.getByRole('link', { name: 'Fiches', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Fiches' })).toBeVisible()
  await expect(row(page, LEGUMERIE)).toBeVisible()
  await expectAccessibleInAll(page)

  await test.step('words are looked for in all the texts', async () => {
    await page.getByRole('searchbox').fill('compost')
    await expect(row(page, LEGUMERIE)).toHaveCount(0)
    await expect(row(page, COMPOST)).toBeVisible()
    await expect(page).toHaveURL(/q=compost/)
    await page.getByRole('button', { name: 'Effacer la recherche' }).click()
    await expect(row(page, LEGUMERIE)).toBeVisible()
  })

  await test.step('a filter is added and filled by the keyboard alone', async () => {
    await page.getByRole('button', { name: 'Filtre', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Filtrer par…')).toBeFocused()
    await page.keyboard.type('statut')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Ou l’une de ces valeurs' })).toBeFocused()
    await page.keyboard.type('bloq')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/statut=BLOQUE/)
    await expect(count(page)).toHaveText(/· 1\sfiche$/)
    // Out of the list, which closes.
    await page.keyboard.press('Tab')
    await expectAccessibleInAll(page)
  })
})

test('a table is read and changed by the keyboard alone, under the eyes of a colleague', async ({
  page,
  signIn,
  server,
  browser,
}) => {
  await signIn('editeur.blois')
  await page.goto(`${server.url}/collectivites/${SIREN}/fiches`)
  const colleague = await openAs(browser, 'admin.blois', `${server.url}/collectivites/${SIREN}/fiches`)
  await expect(row(colleague, LEGUMERIE)).toContainText('Bloqué')
  await row(page, LEGUMERIE).getByRole('link').focus()

  await test.step('a statut is changed in its cell, and on the page of a colleague', async () => {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: `Statut, ${LEGUMERIE}` })).toBeFocused()
    await page.getByRole('combobox', { name: `Statut, ${LEGUMERIE}` }).selectOption('En pause')
    await expect(row(page, LEGUMERIE).getByRole('gridcell', { name: 'En pause' })).toBeFocused()
    await expect.poll(async () => (await read(page, LEGUMERIE))?.statut).toBe('EN_PAUSE')
    await expect(row(colleague, LEGUMERIE)).toContainText('En pause')
    await colleague.context().close()
  })

  await test.step('a day that cannot be is refused, said, and taken back', async () => {
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByLabel(`Fin, ${LEGUMERIE}`).fill('2001-01-01')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'Rien n’a changé' })).toBeVisible()
    await expect(row(page, LEGUMERIE)).toContainText('31 janvier 2028')
    await page.getByRole('alert').getByRole('button', { name: 'Fermer' }).click()
  })
})

test('the same fiches are cards, a board and a timeline, which are changed by the mouse and the keyboard', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.blois')
  await page.goto(`${server.url}/collectivites/${SIREN}/fiches?q=Blois`)
  const views = page.getByRole('navigation', { name: 'Vues des fiches' })
  const column = (name: string) => page.getByRole('region', { name, exact: true })
  const card = (name: string) => page.getByRole('listitem').filter({ hasText: name })

  await test.step('cards', async () => {
    await views.getByRole('link', { name: 'Cartes' }).press('Enter')
    await expect(page).toHaveURL(/q=Blois.*vue=cartes|vue=cartes.*q=Blois/)
    await expect(card(LEGUMERIE)).toBeVisible()
    await expectAccessibleInAll(page)
  })

  await test.step('a card of the board goes to another column by the keyboard', async () => {
    await page.goto(`${server.url}/collectivites/${SIREN}/fiches?vue=colonnes`)
    const before = await read(page, LEGUMERIE)
    const from = before?.statut === 'EN_PAUSE' ? 'En pause' : 'Bloqué'
    await column(from).getByRole('link', { name: LEGUMERIE }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
    await expect(column('Réalisé').or(column('En pause')).getByRole('link', { name: LEGUMERIE })).toBeFocused()
    await expect.poll(async () => (await read(page, LEGUMERIE))?.statut).not.toBe(before?.statut)
    await expectAccessibleInAll(page)
  })

  await test.step('dragged, it goes to another service', async () => {
    await page.getByRole('combobox', { name: 'Colonnes par' }).selectOption('Service')
    await expect(page).toHaveURL(/par=service/)
    await dragCard(page, column(FROM).getByRole('listitem').filter({ hasText: COMPOST }), column(TO))
    await expect(column(TO).getByRole('link', { name: COMPOST })).toBeVisible()
    await expect.poll(async () => (await read(page, COMPOST))?.services).toContainEqual({ nom: TO })
    await expect.poll(async () => (await read(page, COMPOST))?.services).not.toContainEqual({ nom: FROM })
  })

  await test.step('refused, it comes back and says why', async () => {
    await page.goto(`${server.url}/collectivites/${SIREN}/fiches?vue=colonnes`)
    const allow = await refuse(page, 'MoveOnBoard')
    await column('En cours').getByRole('link', { name: COMPOST }).focus()
    for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key)
    await expect(page.getByRole('alert').filter({ hasText: 'Vous ne pouvez plus modifier cette fiche.' })).toBeVisible()
    await expect(column('En cours').getByRole('link', { name: COMPOST })).toBeFocused()
    await allow()
  })

  await test.step('a bar of the timeline is moved, stretched, or left where it was', async () => {
    await page.goto(`${server.url}/collectivites/${SIREN}/fiches?vue=frise`)
    const bar = page.getByRole('button', { name: new RegExp(`^${COMPOST}`) })
    const before = await read(page, COMPOST)
    await bar.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Escape')
    expect(await read(page, COMPOST)).toEqual(before)
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await read(page, COMPOST))?.dateFin).not.toBe(before?.dateFin)
    expect((await read(page, COMPOST))?.dateDebut).toBe(before?.dateDebut)

    const box = await bar.boundingBox()
    if (!box) throw new Error('the bar is drawn')
    const x = Math.max(box.x, 600) + 40
    await page.mouse.move(x, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(x + 60, box.y + box.height / 2, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await read(page, COMPOST))?.dateDebut).not.toBe(before?.dateDebut)
    await expectAccessibleInAll(page)
    await page.getByRole('combobox', { name: 'Par' }).selectOption('Année')
    await expect(page).toHaveURL(/pas=annee/)
    await expectAccessibleInAll(page)
  })
})
