import { expect, type Page } from '@playwright/test'
import { test } from '../../src/app-test.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { goToPlans } from '../../src/go-to-plans.ts'

// CC des Baronnies en Drôme Provençale: an admin opens one plan to a service, and tries the result as its agents see it.

const PLAN = 'Plan de mobilité simplifié'
const FICHE = 'Mettre deux voitures partagées sur la place de chaque bourg'
const SERVICE = 'Services à la population'
/** Of that service. */
const AGENT = 'Noémie Barral'
/** Of another one. */
const OTHER = 'Céline Aumage'

const banner = (page: Page) => page.getByRole('complementary', { name: 'Voir en tant que' })
const back = (page: Page) => page.getByRole('button', { name: 'Revenir à moi' })

async function openMembres(page: Page) {
  await page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Réglages' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Membres' })).toBeVisible()
}

async function seeAs(page: Page, nom: string) {
  await page.getByRole('button', { name: `Voir en tant que ${nom}` }).click()
  await expect(banner(page)).toContainText(`Vous voyez Pupitre comme ${nom}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Mon pupitre' })).toBeVisible()
  await goToPlans(page)
}

async function expectAccessibleAtBothWidths(page: Page) {
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('an admin opens a restricted plan to a service and sees it as one of its agents, and not as another', async ({
  page,
  signIn,
}) => {
  await signIn('admin.baronnies')
  await page.getByRole('link', { name: PLAN }).click()
  const address = page.url()

  await test.step('opens the plan to a service', async () => {
    await page.getByRole('button', { name: 'Accès', exact: true }).click()
    await page.getByRole('radio', { name: /^Les admins et qui y a reçu un accès/ }).check()
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('button', { name: 'Plan restreint' }).click()
    await page.getByRole('tab', { name: 'Accès donnés' }).click()
    const form = page.getByRole('form', { name: 'Donner un accès' })
    await form.getByRole('combobox', { name: 'À qui' }).fill(SERVICE)
    await page.getByRole('option', { name: SERVICE }).click()
    await form.getByLabel('Pour').selectOption('Contribuer')
    await form.getByRole('button', { name: 'Donner l’accès' }).click()
    await expect(page.getByRole('list', { name: 'Accès donnés' })).toContainText(SERVICE)
    await page.keyboard.press('Escape')
  })

  await test.step('looks as an agent of the service: the plan is there, and nothing can be written', async () => {
    await openMembres(page)
    await expectAccessibleAtBothWidths(page)
    await seeAs(page, AGENT)
    await expect(banner(page)).toContainText('(contributeur). Rien ne peut être modifié.')
    await expectAccessibleAtBothWidths(page)
    await page.getByRole('link', { name: PLAN }).click()
    await expect(page.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
    await expect(page.getByRole('button', { name: /^(Accès|Plan restreint|Créer)/ })).toHaveCount(0)
    await page.getByRole('link', { name: FICHE }).click()
    await expect(page.getByText('Lecture seule', { exact: true })).toBeVisible()
    await expectAccessibleAtBothWidths(page)
  })

  await test.step('a reload keeps it, and what one sends all the same is refused', async () => {
    await page.reload()
    await expect(banner(page)).toBeVisible()
    await expect(page.getByText('Lecture seule', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Calendrier')).toHaveCount(0)
    const refusal = await page.evaluate(async (fiche) => {
      const { membreId } = JSON.parse(sessionStorage.getItem('pupitre.enTantQue') ?? '{}')
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-voir-en-tant-que': membreId },
        body: JSON.stringify({
          query: `mutation { updateFiche(input: { ficheId: "${btoa(`Fiche:${fiche}`)}", calendrier: "Demain" }) {
            __typename ... on Error { code message } } }`,
        }),
      })
      return await response.json()
    }, new URL(page.url()).pathname.split('/')[2])
    expect(refusal).toMatchObject({
      data: { updateFiche: { __typename: 'ForbiddenError', code: 'SEEING_AS_READ_ONLY' } },
    })
  })

  await test.step('comes back to where one was', async () => {
    await page.reload()
    await expect(banner(page)).toBeVisible()
    // The first stop of the keyboard.
    await page.keyboard.press('Tab')
    await expect(back(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Membres' })).toBeVisible()
    await expect(banner(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Inviter' }).first()).toBeVisible()
  })

  await test.step('looks as an agent of another service: the plan does not exist', async () => {
    await seeAs(page, OTHER)
    await expect(page.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible()
    await expect(page.getByRole('link', { name: PLAN })).toHaveCount(0)
    await page.goto(address)
    await expect(page.getByRole('heading', { name: /introuvable/i })).toBeVisible()
    await expect(banner(page)).toBeVisible()
    await expectAccessibleAtBothWidths(page)
    await back(page).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Membres' })).toBeVisible()
  })

  await test.step('tries it from the plan itself, and comes back to it', async () => {
    await page.goto(address)
    await page.getByRole('button', { name: 'Plan restreint' }).click()
    await page.getByRole('tab', { name: 'Essayer' }).click()
    await page.getByRole('combobox', { name: 'En tant que' }).fill(OTHER)
    await page.getByRole('option', { name: OTHER }).click()
    await expectAccessibleAtBothWidths(page)
    await page.getByRole('button', { name: 'Voir le plan' }).click()
    await expect(banner(page)).toContainText(`Vous voyez Pupitre comme ${OTHER}`)
    await expect(page.getByRole('heading', { name: /introuvable/i })).toBeVisible()
    await back(page).click()
    await expect(page.getByRole('heading', { level: 1, name: PLAN })).toBeVisible()
  })

  await test.step('and the plan is everybody’s again', async () => {
    await page.getByRole('button', { name: 'Plan restreint' }).click()
    await page.getByRole('tab', { name: 'Accès donnés' }).click()
    await page.getByRole('button', { name: `Retirer l’accès de ${SERVICE}` }).click()
    await page.getByRole('tab', { name: 'Par le rôle' }).click()
    await page.getByRole('radio', { name: /^Tous les membres/ }).check()
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })
})
