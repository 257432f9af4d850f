import { afterEach, describe, expect, it } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { twoEditors } from './testing/two-editors.tsx'

let unmount = () => {}
afterEach(async () => {
  unmount()
  await emulateMotion('no-preference')
})

/** What the user asked of the system. */
async function emulateMotion(value: 'reduce' | 'no-preference'): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })
}

/** Anne's caret in a text, as Paul sees it. */
async function annesCaret() {
  const editors = await twoEditors()
  unmount = editors.unmount
  await userEvent.click(editors.anne.content)
  await userEvent.keyboard('Créer des pistes')
  const find = (name: string) => document.querySelector<HTMLElement>(name)
  await expect.poll(() => find('.remote-caret')).not.toBeNull()
  const styleOf = (name: string) => {
    const element = find(name)
    if (!element) throw new Error(`${name} is not there`)
    return getComputedStyle(element)
  }
  return { bar: () => styleOf('.remote-caret'), name: () => styleOf('.remote-caret-name') }
}

const AFTER_NAME = { timeout: 4_000 }

describe('a colleague’s caret', () => {
  it('shows its name when it moves, and keeps only its bar after', async () => {
    const { bar, name } = await annesCaret()
    await expect.poll(() => name().visibility).toBe('visible')
    expect(name().opacity).toBe('1')
    await expect.poll(() => name().visibility, AFTER_NAME).toBe('hidden')
    expect(name().opacity).toBe('0')
    expect([bar().visibility, bar().opacity, bar().width]).toEqual(['visible', '1', '2px'])
  })

  it('fades, unless the user asked for less motion', async () => {
    const { name } = await annesCaret()
    await expect.poll(() => name().visibility, AFTER_NAME).toBe('hidden')
    expect(name().transitionDuration).toContain('0.3s')
    await emulateMotion('reduce')
    await expect.poll(() => name().transitionDuration).toBe('0s')
  })
})
