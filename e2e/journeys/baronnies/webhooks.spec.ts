import { expect, type Page } from '@playwright/test'
import {
  answering,
  isSignedBy,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../../../server/test/webhook-receiver.ts'
import { test as appTest } from '../../src/app-test.ts'
import { expectAccessible } from '../../src/expect-accessible.ts'
import { graphqlAs } from '../../src/graphql-as.ts'

// CC des Baronnies en Drôme Provençale: an admin has the observatory's program told of what changes, tries it out, mends what fails, and
// ends it.

const SIREN = '200068229'

const SIZES = [
  { name: '1440', viewport: { width: 1440, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
]

const test = appTest.extend<{ receiver: WebhookReceiver }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from a pattern
  receiver: async ({}, use) => {
    const receiver = await startWebhookReceiver()
    await use(receiver)
    await receiver.close()
  },
})

/** Copies the secret that is shown, and answers it. */
async function takeSecret(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Copier le secret' })).toBeFocused()
  await expectAccessible(page)
  const secret = await dialog.getByLabel('Secret', { exact: true }).inputValue()
  await dialog.getByRole('button', { name: 'Copier le secret' }).click()
  await dialog.getByRole('button', { name: 'Terminé' }).click()
  await expect(dialog).toBeHidden()
  return secret
}

for (const { name: size, viewport } of SIZES) {
  test.describe(`${size} px`, () => {
    test.use({
      viewport,
      permissions: ['clipboard-read', 'clipboard-write'],
      contextOptions: { reducedMotion: 'reduce' },
    })

    test('an admin has an address told, tries it, renews its secret, stops it and deletes it', async ({
      page,
      signIn,
      receiver,
      server: { url },
    }) => {
      test.setTimeout(180_000)
      const nom = `Observatoire prévenu ${size}`
      const dialog = page.getByRole('dialog')
      const section = page.getByRole('region', { name: 'Webhooks' })
      const webhook = section.getByRole('listitem').filter({ hasText: nom })
      const deliveries = dialog.getByRole('list', { name: 'Envois' }).getByRole('listitem')
      const openDeliveries = () => webhook.getByRole('button', { name: /^Envois vers/ }).click()
      const closeDialog = async () => {
        await page.keyboard.press('Escape')
        await expect(dialog).toBeHidden()
      }
      await signIn('admin.baronnies')

      await test.step('beside a key, without which there is none', async () => {
        await page.goto(`${url}/collectivites/${SIREN}/cles-api`)
        await expect(page.getByRole('heading', { name: 'Aucune clé d’API' })).toBeVisible()
        await expect(section).toHaveCount(0)
        await page.getByRole('button', { name: 'Nouvelle clé' }).click()
        await expect(dialog.getByLabel('Nom')).toBeFocused()
        await page.keyboard.type(nom)
        await page.keyboard.press('Enter')
        await takeSecret(page)
        await expect(section.getByText('Aucun webhook.')).toBeVisible()
        await expectAccessible(page)
      })

      const first =
        await test.step('by the keyboard, once the address can be told; its secret is shown once', async () => {
          await section.getByRole('button', { name: 'Nouveau webhook' }).click()
          await expect(dialog.getByLabel('Adresse')).toBeFocused()
          await expect(dialog.getByLabel('Clé')).toContainText(nom)
          await expectAccessible(page)
          await page.keyboard.type('http://exemple.fr/pupitre')
          await page.keyboard.press('Enter')
          await expect(dialog.getByRole('alert')).toHaveText('L’adresse doit commencer par https://.')
          await expect(dialog.getByLabel('Adresse')).toHaveValue('http://exemple.fr/pupitre')
          await expectAccessible(page)
          await dialog.getByLabel('Adresse').fill(`${receiver.url}?jeton=tu`)
          await page.keyboard.press('Enter')
          await expect(dialog.getByLabel('Secret', { exact: true })).toHaveValue(/^whsec_/)
          await page.keyboard.press('Escape')
          await expect(dialog.getByRole('alert').filter({ hasText: 'sans avoir copié' })).toBeVisible()
          await page.keyboard.press('Enter')
          return takeSecret(page)
        })

      await test.step('a trial is received, signed, and told with its answer', async () => {
        await expect(webhook).toContainText('Actif')
        // What follows `?` may be secret.
        await expect(webhook).not.toContainText('jeton')
        await openDeliveries()
        await expect(dialog.getByRole('button', { name: 'Envoyer un essai' })).toBeFocused()
        await page.keyboard.press('Enter')
        await expect(dialog.getByRole('status')).toHaveText(/^Réponse 204 en \d+\u00a0ms\.$/)
        const trial = deliveries.filter({ hasText: 'Essai' })
        await expect(trial).toContainText('Reçu')
        await expect(trial).toContainText(/Réponse 204 en \d+\u00a0ms\./)
        const received = receiver.received.find(({ body }) => body.includes('"test"'))
        expect(received && isSignedBy(first, received)).toBe(true)
        await expect(trial).toContainText(received?.id ?? 'no id')
        await expectAccessible(page)
      })

      await test.step('one that its receiver refuses says why, and is sent again', async () => {
        receiver.trialAnswers.push(answering(503, 'Base en maintenance', { 'content-type': 'text/plain' }))
        await dialog.getByRole('button', { name: 'Envoyer un essai' }).click()
        const refused = deliveries.filter({ hasText: 'Base en maintenance' })
        await expect(refused).toContainText('Abandonné')
        await expect(refused).toContainText('Le receveur n’a pas accepté. Réponse 503')
        await expectAccessible(page)
        const id = receiver.received.findLast(({ body }) => body.includes('"test"'))?.id ?? ''
        await refused.getByRole('button', { name: /^Renvoyer/ }).click()
        await expect(deliveries.filter({ hasText: id })).toContainText('Reçu')
        expect(receiver.received.filter((event) => event.id === id)).toHaveLength(2)
        await closeDialog()
      })

      await test.step('what changes is told, and nothing of what it is', async () => {
        const titre = `Révision ${size}`
        const { collectivite } = await graphqlAs<{ collectivite: { id: string } }>(
          page,
          `{ collectivite(siren: "${SIREN}") { id } }`,
        )
        await graphqlAs(
          page,
          `mutation { createPlan(input: { collectiviteId: "${collectivite.id}", nom: "${titre}", type: PCAET }) { __typename } }`,
        )
        await expect
          .poll(() => receiver.received.filter(({ body }) => body.includes('"changes"')).length, { timeout: 90_000 })
          .toBeGreaterThan(0)
        expect(receiver.received.map(({ body }) => body).join()).not.toContain(titre)
        await openDeliveries()
        await expect(deliveries.filter({ hasText: 'Changements' }).first()).toContainText('Reçu')
        await closeDialog()
      })

      await test.step('its secret is renewed, and both sign until the day that is said', async () => {
        await webhook.getByRole('button', { name: /^Renouveler le secret/ }).click()
        await expect(dialog.getByLabel('Signer encore avec l’ancien secret')).toBeFocused()
        await expectAccessible(page)
        await dialog.getByRole('button', { name: 'Renouveler le secret' }).click()
        await expect(dialog.getByText(/signe aussi jusqu’au \d+ \S+ \d{4}/)).toBeVisible()
        const second = await takeSecret(page)
        const trials = () => receiver.received.filter(({ body }) => body.includes('"test"'))
        const count = trials().length
        await openDeliveries()
        await dialog.getByRole('button', { name: 'Envoyer un essai' }).click()
        await expect.poll(() => trials().length).toBeGreaterThan(count)
        const last = trials().at(-1)
        expect([first, second].map((secret) => last && isSignedBy(secret, last))).toEqual([true, true])
        await closeDialog()
      })

      await test.step('it is stopped and started again', async () => {
        for (const [act, state] of [
          ['uncheck', 'Désactivé'],
          ['check', 'Actif'],
        ] as const) {
          await webhook.getByRole('button', { name: /^Modifier/ }).click()
          await dialog.getByLabel('Actif')[act]()
          await expectAccessible(page)
          await dialog.getByRole('button', { name: 'Enregistrer' }).click()
          await expect(dialog).toBeHidden()
          await expect(webhook).toContainText(state)
          await expectAccessible(page)
          await openDeliveries()
          const trial = dialog.getByRole('button', { name: 'Envoyer un essai' })
          await expect(trial).toBeEnabled({ enabled: act === 'check' })
          await closeDialog()
        }
      })

      await test.step('deleted, which is asked first; then its key', async () => {
        await webhook.getByRole('button', { name: /^Supprimer/ }).click()
        await expectAccessible(page)
        await dialog.getByRole('button', { name: 'Annuler' }).click()
        await webhook.getByRole('button', { name: /^Supprimer/ }).click()
        await dialog.getByRole('button', { name: 'Supprimer le webhook' }).click()
        await expect(section.getByText('Aucun webhook.')).toBeVisible()
        await page.getByRole('button', { name: `Révoquer ${nom}` }).click()
        await dialog.getByRole('button', { name: 'Révoquer la clé' }).click()
        await expect(section).toHaveCount(0)
      })

      await test.step('and the journal says so', async () => {
        await page.goto(`${url}/collectivites/${SIREN}/journal`)
        await expect(page.getByText('Webhook retiré').first()).toBeVisible()
        await expect(page.getByText('Webhook ajouté').first()).toBeVisible()
      })
    })
  })
}
