import { expect, test } from 'vitest'
import { colorOf } from './user-color.ts'

const AA_CONTRAST = 4.5

/** WCAG 2.2: contrast of a colour with white. */
function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

test('[S37] a user has one colour, on which a white name is readable', () => {
  const colors = new Set<string>()
  for (let i = 0; i < 1_000; i++) {
    const userId = crypto.randomUUID()
    expect(colorOf(userId)).toBe(colorOf(userId))
    colors.add(colorOf(userId))
  }
  expect(colors.size).toBe(12)
  for (const color of colors) expect(contrastWithWhite(color), color).toBeGreaterThanOrEqual(AA_CONTRAST)
})
