import { expect, it } from 'vitest'
import { TOOLBAR_GROUPS } from '../../ui/editor/toolbar/toolbar-items.ts'
import { SHORTCUT_GROUPS } from './shortcut-groups.ts'

it('names each shortcut of the toolbar, and no line twice in a group', () => {
  const said = SHORTCUT_GROUPS.flatMap(({ lines }) => lines.map(({ label }) => label))
  for (const { label, shortcut } of TOOLBAR_GROUPS.flat()) if (shortcut) expect(said).toContain(label)
  for (const { lines } of SHORTCUT_GROUPS) expect(new Set(lines.map(({ label }) => label)).size).toBe(lines.length)
})
