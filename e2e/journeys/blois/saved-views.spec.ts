import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessibleInAll, LOOKED_AT_IN_ALL_MS } from '../../src/expect-accessible.ts'
import { graphqlAs } from '../../src/graphql-as.ts'
import { openAs } from '../../src/open-as.ts'

// CA de Blois: a list of fiches that one comes back to is kept under a name, and shared with colleagues.

const SIREN = '200030385'
const NOM = 'Bloquées, pour le comité'
const RENAMED = 'Comité technique'

const target = (page: Page) => page.getByRole('button', { name: /^Vues? enregistrée/ })
const entry = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name, exact: true })

async function act(page: Page, name: string | RegExp): Promise<void> {
  await target(page).click()
  await entry(page, name).click()
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: LOOKED_AT_IN_ALL_MS })

test('a view is kept, changed, shared and found again by a colleague', async ({ page, signIn, server, browser }) => {
  const fiches = `${server.url}/collectivites/${SIREN}/fiches`
  await signIn('editeur.blois')
  await page.goto(`${fiches}?statut=BLOQUE&vue=cartes`)
  const colleague = await openAs(browser, 'lecteur.blois', fiches)
  await expect(colleague.getByRole('heading', { level: 1, name: 'Fiches' })).toBeVisible()

  await test.step('what the page shows is kept by the keyboard alone', async () => {
    await target(page).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Aucune vue pour l’instant')).toBeVisible()
    await expectAccessibleInAll(page)
    await expect(entry(page, 'Enregistrer cette vue…')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Nom de la vue')).toBeFocused()
    await page.keyboard.type(NOM)
    await expectAccessibleInAll(page)
    await page.keyboard.press('Enter')
    await expect(target(page)).toHaveText(new RegExp(`${NOM}$`))
    await expect(page).toHaveURL(/enregistree=/)
  })

  await test.step('changed, it says so, is put back, then saved, which is undone', async () => {
    const columns = page.getByRole('navigation', { name: 'Vues des fiches' }).getByRole('link', { name: 'Colonnes' })
    await columns.click()
    await expect(target(page)).toContainText('modifiée')
    await act(page, 'Rétablir')
    await expect(page).toHaveURL(/vue=cartes/)
    await expect(target(page)).not.toContainText('modifiée')
    await columns.click()
    await act(page, 'Enregistrer')
    await expect(page.getByText(`La vue « ${NOM} » est enregistrée.`)).toBeVisible()
    await expect(target(page)).not.toContainText('modifiée')
    await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
    await expect(target(page)).toContainText('modifiée')
  })

  await test.step('shared, it comes to a colleague who looks, and who may not change it', async () => {
    await target(colleague).click()
    await expect(entry(colleague, new RegExp(NOM))).toHaveCount(0)
    await act(page, 'Partager avec la collectivité')
    await entry(colleague, new RegExp(NOM)).click()
    await expect(colleague).toHaveURL(/statut=BLOQUE.*vue=cartes|vue=cartes.*statut=BLOQUE/)
    await expect(colleague.getByRole('link', { name: 'Construire une légumerie partagée à Blois' })).toBeVisible()
    await target(colleague).click()
    await expect(entry(colleague, 'Enregistrer sous…')).toBeVisible()
    await expect(entry(colleague, 'Renommer…')).toHaveCount(0)
    await colleague.keyboard.press('Escape')
  })

  await test.step('renamed, it is found by its name in the palette', async () => {
    await act(page, 'Renommer…')
    await page.getByLabel('Nom de la vue').fill(RENAMED)
    await page.getByRole('button', { name: 'Renommer' }).click()
    await expect(target(page)).toContainText(RENAMED)
    await expect(target(colleague)).toContainText(RENAMED)
    await colleague.goto(`${server.url}/collectivites/${SIREN}/plans`)
    await expect(colleague.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
    await colleague.keyboard.press('Control+k')
    await colleague.getByRole('combobox', { name: /^Chercher un plan/ }).fill('comité tech')
    await expect(colleague.getByRole('option', { name: new RegExp(RENAMED) })).toBeVisible()
    await colleague.keyboard.press('Enter')
    await expect(target(colleague)).toContainText(RENAMED)
  })

  await test.step('a name that another has is refused, with the reason', async () => {
    await act(page, 'Enregistrer sous…')
    await page.getByLabel('Nom de la vue').fill(RENAMED.toUpperCase())
    await page.getByLabel('Partager avec la collectivité').check()
    await page.getByRole('button', { name: 'Enregistrer la vue' }).click()
    await expect(page.getByRole('alert')).toHaveText(`Une vue partagée s’appelle déjà « ${RENAMED} ».`)
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click()
  })

  await test.step('deleted after a confirmation, it is no name any more, and the list stays', async () => {
    await act(page, 'Supprimer la vue…')
    await expect(page.getByRole('dialog')).toContainText('pour toute la collectivité')
    await expectAccessibleInAll(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer la vue' }).click()
    await expect(target(page)).toHaveText('Vues enregistrées')
    await expect(target(colleague)).toHaveText('Vues enregistrées')
    await expect(colleague.getByRole('link', { name: 'Construire une légumerie partagée à Blois' })).toBeVisible()
    await colleague.context().close()
  })
})

test('the champs propres of one plan are filters of its fiches, and of the view that keeps them', async ({
  page,
  signIn,
  server,
}) => {
  await signIn('editeur.blois')
  const { fiches } = await graphqlAs<{
    fiches: {
      edges: { node: { id: string; titre: string; placements: { edges: { node: { plan: { id: string } } }[] } } }[]
    }
  }>(
    page,
    '{ fiches(first: 1) { edges { node { id titre placements(first: 1) { edges { node { plan { id } } } } } } } }',
  )
  const fiche = fiches.edges[0]?.node
  const planId = fiche?.placements.edges[0]?.node.plan.id ?? ''
  const champ = async (nom: string, type: string, choix?: readonly string[]) => {
    const { createChampPropre } = await graphqlAs<{
      createChampPropre: { plan: { champsPropres: { id: string; nom: string; choix: { id: string }[] }[] } }
    }>(
      page,
      `mutation ($input: CreateChampPropreInput!) { createChampPropre(input: $input) {
        ... on CreateChampPropreSuccess { plan { champsPropres { id nom choix { id } } } } } }`,
      { input: { planId, nom, type, ...(choix && { choix }) } },
    )
    return createChampPropre.plan.champsPropres.find((one) => one.nom === nom)
  }
  const set = (valeur: object) =>
    graphqlAs(
      page,
      'mutation ($input: SetFicheChampPropreInput!) { setFicheChampPropre(input: $input) { __typename } }',
      { input: { ficheId: fiche?.id, ...valeur } },
    )
  const [cout, label] = [await champ('Coût estimé', 'NOMBRE'), await champ('Labellisée', 'CHOIX', ['Oui', 'Non'])]
  await set({ champId: cout?.id, nombre: '1200.5' })
  await set({ champId: label?.id, choixId: label?.choix[0]?.id })

  const add = async (nom: string) => {
    await page.getByRole('button', { name: 'Filtre', exact: true }).click()
    await page.getByLabel('Filtrer par…').fill(nom)
    await page.getByRole('option', { name: nom, exact: true }).click()
  }
  const only = page.getByText(/· 1\sfiche$/)

  await test.step('a number is asked as French writes it, and refused in words where it is none', async () => {
    await page.goto(`${server.url}/collectivites/${SIREN}/fiches?plan=${planId}`)
    await add('Coût estimé')
    await page.getByLabel('Ou au moins').fill('mille')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Écrivez un nombre, par exemple 12,5.')).toBeVisible()
    await page.getByLabel('Ou au moins').fill('1 200,5')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/nombre(:|%3A)1200\.5/)
    await expect(only).toBeVisible()
    await expectAccessibleInAll(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: /^Coût estimé : 1\s200,5 au moins$/ })).toBeVisible()
  })

  await test.step('with another, it finds nothing; without, all the others', async () => {
    await add('Labellisée')
    await page.getByRole('combobox', { name: 'Ou l’une de ces réponses' }).click()
    await page.getByRole('option', { name: 'Non', exact: true }).click()
    await expect(page.getByText('Aucune fiche ne répond à ces filtres')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Retirer le filtre Labellisée' }).click()
    await expect(only).toBeVisible()
  })

  await test.step('a view keeps it', async () => {
    await act(page, 'Enregistrer cette vue…')
    await page.getByLabel('Nom de la vue').fill('Chères')
    await page.keyboard.press('Enter')
    await expect(target(page)).toContainText('Chères')
    await page.getByRole('button', { name: 'Tout effacer' }).click()
    await expect(target(page)).toContainText('modifiée')
    await act(page, 'Rétablir')
    await expect(only).toBeVisible()
    await expect(page.getByRole('button', { name: /^Coût estimé/ })).toBeVisible()
  })
})
