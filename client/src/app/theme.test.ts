import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { describe, expect, it, test } from 'vitest'
import { cssVariables, theme } from './theme.ts'

// What WCAG asks of colours: 4.5:1 for text (1.4.3), 3:1 for the borders of controls (1.4.11).

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const whole = mergeMantineTheme(DEFAULT_THEME, theme)

const shade = (color: 'encre' | 'red' | 'dark', at: number): string => whole.colors[color]?.[at] ?? ''

const { light, dark } = cssVariables(whole)
const SCHEMES = {
  clair: { variables: light, text: whole.black, anchor: shade('encre', 7), button: shade('encre', 7) },
  sombre: {
    variables: dark,
    text: shade('dark', 0),
    anchor: dark['--mantine-color-anchor'] ?? '',
    button: shade('encre', 6),
  },
}

describe.each(Object.entries(SCHEMES))('the theme, %s', (_name, { variables, text, anchor, button }) => {
  const grounds = [variables['--pupitre-page'], variables['--pupitre-surface'], variables['--pupitre-hover']].map(
    String,
  )
  const words = {
    text,
    anchor,
    dimmed: variables['--mantine-color-dimmed'] ?? '',
    placeholder: variables['--mantine-color-placeholder'] ?? '',
    error: variables['--mantine-color-error'] ?? '',
  }

  test.each(Object.entries(words))('has its %s read on every ground', (_word, color) => {
    for (const ground of grounds) expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('has its buttons read, and its controls seen', () => {
    expect(contrast('#ffffff', button)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('#ffffff', shade('red', 9))).toBeGreaterThanOrEqual(4.5)
    for (const ground of grounds.slice(0, 2)) {
      expect(contrast(variables['--pupitre-control-line'] ?? '', ground)).toBeGreaterThanOrEqual(3)
    }
  })
})

it('keeps still whoever asked for less motion', () => {
  expect(whole.respectReducedMotion).toBe(true)
})
