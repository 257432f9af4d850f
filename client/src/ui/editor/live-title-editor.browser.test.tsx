import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { paste } from './testing/paste.ts'
import { twoEditors } from './testing/two-editors.tsx'

let unmount = () => {}
afterEach(() => unmount())

async function open(...options: Parameters<typeof twoEditors>) {
  const editors = await twoEditors(...options)
  unmount = editors.unmount
  return editors
}

describe('a live title', () => {
  it('is left by Entrée, and has no marks', async () => {
    const { anne, paul } = await open({ shown: 'title' })
    await userEvent.click(anne.content)
    await userEvent.keyboard('Plan {Control>}b{/Control}vélo{Enter}')
    await expect
      .poll(() => paul.blocks())
      .toEqual([{ kind: 'paragraph', indent: 0, checked: false, inlines: [{ text: 'Plan vélo', attributes: {} }] }])
    expect(document.activeElement).toBe(document.body)
  })

  it('keeps pasted lines on its line', async () => {
    const { anne, paul } = await open({ shown: 'title' })
    await userEvent.click(anne.content)
    paste(anne.content, { 'text/plain': 'Plan\nvélo', 'text/html': '<h1>Plan</h1><p><b>vélo</b></p>' })
    await expect.poll(paul.lines).toEqual(['paragraph: Plan vélo'])
  })

  it('advises a shorter one past 300 characters', async () => {
    const { anne, paul } = await open({ shown: 'title' })
    const advice = page.getByText(/300 caractères au plus/).first()
    paul.doc.getText('titre').insert(0, 'a'.repeat(300))
    await expect.element(page.elementLocator(anne.content)).toHaveTextContent('a'.repeat(300))
    expect(advice.query()).toBeNull()
    paul.doc.getText('titre').insert(0, 'a')
    await expect.element(advice).toBeVisible()
  })

  it('is a heading for a reader', async () => {
    const { anne } = await open({ shown: 'title', readOnly: true })
    anne.doc.getText('titre').insert(0, 'Plan vélo')
    await expect.element(page.getByRole('heading', { name: 'Plan vélo' }).first()).toBeVisible()
  })
})
