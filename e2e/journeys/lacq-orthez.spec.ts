import { expect, type Page } from '@playwright/test'
import { test } from '../src/app-test.ts'
import { keptOffline } from '../src/fiche-page.ts'
import { fillSignIn } from '../src/fill-sign-in.ts'

// CC de Lacq-Orthez: two agents fill the SPASER in together, in one fiche at once. (First part: the rest joins with its issues.)

const PLAN = 'SPASER 2025-2028'
const FICHE = /^Exiger un bilan des déblais/

const description = (page: Page) => page.getByRole('textbox', { name: 'Description' })
const isSaved = (page: Page) => expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
const textOf = (page: Page) => description(page).innerText()
const occurrences = (text: string, words: string) => text.split(words).length - 1

/** Keys one by one, as hands do, so that both people's edits cross on the wire. */
const type = (page: Page, words: string) => page.keyboard.type(words, { delay: 15 })

async function putCaret(page: Page, ...keys: string[]) {
  await description(page).click()
  for (const key of keys) await page.keyboard.press(key)
}

/** Both pages saved, showing the same text. @returns that text */
async function agreedText(one: Page, other: Page): Promise<string> {
  await isSaved(one)
  await isSaved(other)
  await expect.poll(async () => (await textOf(one)) === (await textOf(other))).toBe(true)
  return textOf(one)
}

async function storedDescription(page: Page, origin: string): Promise<string> {
  const uuid = page.url().split('/').at(-1)
  const response = await page.request.post(`${origin}/graphql`, {
    data: {
      query: 'query ($uuid: UUID!) { fiche(uuid: $uuid) { description } }',
      variables: { uuid },
    },
  })
  const body: { data: { fiche: { description: string } } } = await response.json()
  return body.data.fiche.description
}

/** Words only: a page puts blank lines between blocks, and draws the numbers and bullets that plain text spells. */
const words = (text: string) =>
  text
    .replaceAll(/^\s*(?:\d+\.|-) /gm, '')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')

test('two agents write one paragraph at once, through a killed server, and nothing is lost', async ({
  page: alice,
  signIn,
  browser,
  server,
}) => {
  await signIn('editeur.lacq')
  await alice.getByRole('link', { name: PLAN }).click()
  await alice.getByRole('link', { name: FICHE }).click()
  await isSaved(alice)

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const bruno = await context.newPage()
  await bruno.goto(`${server.url}/connexion?retour=${new URL(alice.url()).pathname}`)
  await fillSignIn(bruno, 'admin.lacq')
  await isSaved(bruno)
  const before = await agreedText(alice, bruno)

  await test.step('both type in the same paragraph at once', async () => {
    await putCaret(alice, 'Control+Home')
    await putCaret(bruno, 'Control+Home', 'End')
    await Promise.all([type(alice, 'Alice écrit au début. '), type(bruno, ' Bruno écrit à la fin.')])
    const text = await agreedText(alice, bruno)
    expect(occurrences(text, 'Alice écrit au début. ')).toBe(1)
    expect(occurrences(text, ' Bruno écrit à la fin.')).toBe(1)
    expect(text.length).toBe(before.length + 'Alice écrit au début. '.length + ' Bruno écrit à la fin.'.length)
  })

  await test.step('one splits it and makes a heading of it while the other types in it', async () => {
    const makeHeading = async () => {
      await putCaret(alice, 'Control+Home', 'End')
      await alice.keyboard.press('Enter')
      await type(alice, 'Un titre')
      await alice.keyboard.press('Control+Alt+2')
    }
    await Promise.all([makeHeading(), type(bruno, ' Il continue pendant ce temps.')])
    const text = await agreedText(alice, bruno)
    expect(occurrences(text, 'Un titre')).toBe(1)
    for (const page of [alice, bruno]) {
      await expect(description(page).getByRole('heading', { level: 2, name: /Un titre/ })).toBeVisible()
    }
    for (const word of ['Il', 'continue', 'pendant', 'ce', 'temps.']) expect(text).toContain(word)
  })

  await test.step('the server is killed: both go on writing, and both pages come back alone', async () => {
    await server.kill()
    for (const page of [alice, bruno]) await expect(page.getByText(/^Hors ligne/)).toBeVisible()
    await putCaret(alice, 'Control+End')
    await putCaret(bruno, 'Control+Home')
    await Promise.all([type(alice, ' Écrit par Alice sans serveur.'), type(bruno, 'Écrit par Bruno sans serveur. ')])
    await expect(alice.getByText(keptOffline())).toBeVisible()
    await server.start()
    const text = await agreedText(alice, bruno)
    expect(occurrences(text, 'Écrit par Alice sans serveur.')).toBe(1)
    expect(occurrences(text, 'Écrit par Bruno sans serveur.')).toBe(1)
  })

  await test.step('GraphQL and a reload return what they wrote', async () => {
    const text = await agreedText(alice, bruno)
    await expect.poll(async () => words(await storedDescription(alice, server.url))).toBe(words(text))
    await bruno.reload()
    await isSaved(bruno)
    expect(await agreedText(alice, bruno)).toBe(text)
  })

  await test.step('Ctrl+Z undoes only what one has written', async () => {
    const text = await agreedText(alice, bruno)
    await putCaret(bruno, 'Control+Home')
    await type(bruno, 'À défaire. ')
    await expect(description(alice)).toContainText('À défaire. ')
    await putCaret(alice, 'Control+End')
    await type(alice, ' À garder.')
    await expect(description(bruno)).toContainText(' À garder.')
    await bruno.keyboard.press('Control+z')
    await expect(description(bruno)).not.toContainText('À défaire.')
    expect(await agreedText(alice, bruno)).toBe(`${text} À garder.`)
  })

  await context.close()
})
