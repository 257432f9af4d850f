import '@mantine/core/styles.css'
import '../../app/global.css'
import { MantineProvider } from '@mantine/core'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import axe from 'axe-core'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cssVariables, theme } from '../../app/theme.ts'
import { DeviceProvider } from '../../lib/device/device-context.ts'
import { Device } from '../../lib/device/device.ts'
import { SPECIMENS } from './specimens.ts'
import { StylesPage } from './styles-page.tsx'

/** What each file of `ui/` exports. */
const FILES = import.meta.glob<Record<string, unknown>>('../../ui/**/*.tsx', { eager: true })

/** The files that export a component: something with a capital, be it a function or what wraps one. */
const COMPONENT_FILES = Object.entries(FILES)
  .filter(([, exported]) => Object.keys(exported).some((name) => /^[A-Z](?!.*[A-Z]_)[a-z]/.test(name)))
  .map(([file]) => file.replace('../../ui/', ''))

/**
 * Parts of a page that two features share: they draw what the API answered to that page, or its live document, and change it. Axe looks at them there, in
 * e2e/journeys/accessibility.spec.ts. And what is on paper alone: e2e/journeys/print.spec.ts reads it.
 */
const OF_A_PAGE = /^(?:editor|en-masse|fiches|journal|live|ma-fiche|printing)\//

let unmount = () => {}
afterEach(() => unmount())

async function open(colorScheme: 'light' | 'dark') {
  const root = createRootRoute()
  const index = createRoute({ getParentRoute: () => root, path: '/', component: StylesPage })
  const router = createRouter({
    routeTree: root.addChildren([index]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  })
  const container = document.createElement('main')
  document.body.append(container)
  const mounted = createRoot(container)
  mounted.render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={colorScheme} env="test">
      <DeviceProvider value={new Device({ isUsed: false, onErased: () => undefined })}>
        <RouterProvider router={router} />
      </DeviceProvider>
    </MantineProvider>,
  )
  unmount = () => {
    mounted.unmount()
    container.remove()
  }
  await expect.poll(() => container.querySelectorAll('[data-specimen]').length).toBe(SPECIMENS.length)
  return container
}

describe('the page of styles', () => {
  const complaints: unknown[] = []
  beforeEach(() => {
    complaints.length = 0
    vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => void complaints.push(said))
  })

  it('shows every component of ui/, in one state at least, but for parts of a page', () => {
    expect(COMPONENT_FILES.length).toBeGreaterThan(30)
    const shown = SPECIMENS.map(({ file }) => file)
    expect(COMPONENT_FILES.filter((file) => !shown.includes(file) && !OF_A_PAGE.test(file))).toEqual([])
    expect(new Set(shown).size).toBe(shown.length)
    for (const { file, states } of SPECIMENS) {
      expect(FILES, file).toHaveProperty([`../../ui/${file}`])
      expect(Object.keys(states), file).not.toEqual([])
    }
  })

  it.each(['light', 'dark'] as const)('draws them all, readable and named, in %s', async (colorScheme) => {
    const page = await open(colorScheme)
    const { violations } = await axe.run(page, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([])
    expect(complaints).toEqual([])
  })
})
