import type { Icon } from '@tabler/icons-react'
import { withoutAccents } from '../../lib/text/without-accents.ts'

/** Kinds of entries, in the order in which they are listed. */
const GROUPS = {
  recents: 'Vus récemment',
  actions: 'Actions',
  pages: 'Pages',
  vues: 'Vues des fiches',
  plans: 'Plans',
  fiches: 'Fiches',
} as const

export interface PaletteEntry {
  key: string
  group: keyof typeof GROUPS
  label: string
  icon: Icon
  /** What tells it from another of the same name. */
  details?: string | undefined
  /** Other words by which one may look for it. */
  words?: string
  /** Where it leads stays under the eyes: the focus goes there, not back to where one was. */
  leads: boolean
  run: () => void
}

/** The entries that hold every word of a search, those whose name begins with it first; all of them for no word. */
export function entriesHolding(entries: readonly PaletteEntry[], recherche: string): PaletteEntry[] {
  const asked = withoutAccents(recherche.trim())
  const words = asked.split(/\s+/)
  const found = entries.filter(({ label, words: others = '' }) => {
    const said = withoutAccents(`${label} ${others}`)
    return words.every((word) => said.includes(word))
  })
  const begins = ({ label }: PaletteEntry) => withoutAccents(label).startsWith(asked)
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))]
}

/** The entries group by group, none empty. */
export function grouped(entries: readonly PaletteEntry[]) {
  const byGroup = Map.groupBy(entries, ({ group }) => group)
  const names = Object.keys(GROUPS).filter((name): name is PaletteEntry['group'] => name in GROUPS)
  return names.flatMap((name) => {
    const members = byGroup.get(name)
    return members ? [{ name, label: GROUPS[name], entries: members }] : []
  })
}
