import { expect } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { expectAccessible } from '../src/expect-accessible.ts'

// Every page, light and dark, wide and narrow: axe with all its rules, and no sideways scrolling.

const SIZES = [
  { name: '1440', viewport: { width: 1440, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
]

for (const { name, viewport } of SIZES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${name} px, ${colorScheme}`, () => {
      // Without motion, so that colours are measured once they are there.
      test.use({ viewport, colorScheme, contextOptions: { reducedMotion: 'reduce' } })

      test('has no violation before sign-in', async ({ page, server }) => {
        await page.goto(`${server.url}/connexion`)
        await expect(page.getByLabel('Compte à essayer')).toBeVisible()
        await page.getByLabel('Adresse e-mail').fill('personne@exemple.fr')
        await page.getByLabel('Mot de passe', { exact: true }).fill('faux')
        await page.getByRole('button', { name: 'Se connecter' }).click()
        await expect(page.getByRole('alert')).toHaveText('Adresse e-mail ou mot de passe incorrect.')
        await expectAccessible(page)

        await page.goto(`${server.url}/mot-de-passe?token=abc`)
        await expect(page.getByRole('heading', { name: 'Choisir un mot de passe' })).toBeVisible()
        await expectAccessible(page)
      })

      test('has no violation on the pages of people', async ({ page, signIn, server }) => {
        await page.goto(`${server.url}/mot-de-passe-oublie`)
        await expect(page.getByRole('heading', { name: 'Mot de passe oublié' })).toBeVisible()
        await expectAccessible(page)
        await page.goto(`${server.url}/invitation?token=abc`)
        await expect(page.getByRole('heading', { name: 'Invitation introuvable' })).toBeVisible()
        await expectAccessible(page)

        await signIn('admin.erstein')
        await page.goto(`${server.url}/collectivites/200067924/mes-fiches`)
        await expect(page.getByRole('heading', { level: 1, name: 'Mes fiches' })).toBeVisible()
        await expectAccessible(page)
        await page.goto(`${server.url}/collectivites/200067924/membres`)
        await expect(page.getByRole('heading', { level: 1, name: 'Membres' })).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Inviter', exact: true }).click()
        await page.getByLabel('Adresses e-mail').fill('awa@exemple.fr')
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Modifier Sabine Oster' }).click()
        await expect(page.getByLabel('Rôle')).toHaveValue('CONTRIBUTEUR')
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await page.goto(`${server.url}/compte`)
        await expect(page.getByRole('heading', { name: 'Sessions ouvertes' })).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Supprimer mon compte…' }).click()
        await expect(page.getByLabel('Votre adresse, pour confirmer')).toBeFocused()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await page.goto(`${server.url}/collectivites/200067924/journal`)
        await expect(page.getByRole('heading', { level: 1, name: 'Journal' })).toBeVisible()
        await expectAccessible(page)
      })

      test('has no violation from the plans to a fiche', async ({ page, signIn, server }) => {
        await signIn('admin.blois')
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Créer un plan' }).click()
        await expect(page.getByLabel('Nom du plan')).toBeFocused()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Compte de' }).click()
        await expect(page.getByRole('menuitem', { name: 'Se déconnecter' })).toBeVisible()
        await expectAccessible(page)
        await page.keyboard.press('Escape')

        await page.getByRole('link', { name: 'Projet de territoire 2040' }).click()
        await expect(page.getByRole('button', { name: 'Créer une fiche' })).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Créer une fiche' }).click()
        await expect(page.getByLabel('Titre de la fiche')).toBeFocused()
        await expectAccessible(page)
        await page.keyboard.press('Escape')

        await page.getByRole('link', { name: 'Guichet unique de la rénovation de l’habitat' }).click()
        await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
        await expectAccessible(page)

        await page.goto(`${server.url}/fiches/00000000-0000-4000-8000-000000000000`)
        await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible()
        await expectAccessible(page)
      })

      test('has no violation from the indicateurs to the values of one', async ({ page, signIn, server }) => {
        await signIn('editeur.erstein')
        await page.goto(new URL('indicateurs', page.url()).href)
        await expect(page.getByRole('button', { name: 'Créer un indicateur' })).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Créer un indicateur' }).click()
        await expect(page.getByLabel('Nom de l’indicateur')).toBeFocused()
        await expectAccessible(page)
        await page.keyboard.press('Escape')

        await page.getByRole('link', { name: 'Consommation d’énergie finale' }).click()
        await expect(page.locator('.recharts-line-curve')).toHaveCount(2)
        await page.getByLabel('Réalisé, 2024').fill('douze')
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        const indicateur = page.url()

        await page.getByRole('link', { name: 'Tenir un tableau de bord' }).click()
        await page.getByRole('button', { name: 'Lier un indicateur' }).click()
        await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
        await expectAccessible(page)

        await page.request.post(`${server.url}/api/auth/sign-out`, { headers: { origin: server.url }, data: {} })
        await signIn('lecteur.erstein')
        await page.goto(indicateur)
        await expect(page.locator('.recharts-line-curve')).toHaveCount(2)
        await expectAccessible(page)
      })
    })
  }
}
