import { CloseButton, Combobox, Kbd, TextInput, useCombobox, VisuallyHidden } from '@mantine/core'
import { IconRefresh, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { counted, fr } from '../../lib/text/french.ts'
import { useSearch } from '../../ui/fields/use-search.ts'
import type { SignedInViewer } from '../viewer.ts'
import { entriesHolding, type PaletteEntry } from './palette-entry.ts'
import { PaletteList } from './palette-list.tsx'
import { steppedTo } from './stepped-to.ts'
import { useAppEntries } from './use-app-entries.ts'
import { usePaletteSearch, usePaletteStart } from './use-found-entries.ts'
import { lastVisits } from './visits.ts'
import classes from './palette.module.css'

/** As many characters as the server looks for. */
const MAX_CHARACTERS = 200

/** The words, and under them what they find: arrows choose, Entrée goes. Recents and actions come first for no word. */
export function PaletteSearch({
  viewer,
  onChoose,
}: {
  viewer: SignedInViewer
  onChoose: (entry: PaletteEntry) => void
}) {
  const [text, setText] = useState('')
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [visits] = useState(() => lastVisits(viewer.uuid))
  const { recherche, onSearch } = useSearch()
  const { recents, abilities, vues } = usePaletteStart(viewer, visits)
  const app = useAppEntries(viewer, abilities)
  const search = usePaletteSearch(recherche, visits)
  const combobox = useCombobox({ opened: true })
  const listId = useId()

  const typed = text.trim()
  const waiting = typed !== '' && (search.loading || recherche !== typed)
  const retry: PaletteEntry = {
    key: 'retry',
    group: 'fiches',
    label: 'Chercher de nouveau',
    details: fr`La recherche dans les plans et les fiches n’a pas abouti.`,
    icon: IconRefresh,
    leads: false,
    run: search.retry,
  }
  const entries =
    typed === ''
      ? [...recents, ...app]
      : [...entriesHolding([...app, ...vues], typed), ...(search.failed && !waiting ? [retry] : search.found)]
  const active = entries.find(({ key }) => key === activeKey) ?? entries[0]

  const choose = (entry: PaletteEntry) => (entry === retry ? retry.run() : onChoose(entry))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !active) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return choose(active)
    }
    const next = steppedTo({ key: event.key, current: entries.indexOf(active), count: entries.length })
    if (next === null) return
    event.preventDefault()
    setActiveKey(entries[next]?.key ?? null)
  }

  return (
    <Combobox store={combobox} onOptionSubmit={(key) => entries.filter((entry) => entry.key === key).forEach(choose)}>
      <Combobox.EventsTarget
        withKeyboardNavigation={false}
        withExpandedAttribute
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active && optionId(listId, active)}
        aria-autocomplete="list"
        // Échap closes the palette: there is no list to close before it.
        data-mantine-stop-propagation={false}
      >
        <TextInput
          aria-label="Chercher un plan, une fiche, une page ou une action"
          placeholder="Un plan, une fiche, une page, une action…"
          size="md"
          variant="unstyled"
          maxLength={MAX_CHARACTERS}
          classNames={{ root: classes.search ?? '' }}
          leftSection={<IconSearch size={20} stroke={1.8} aria-hidden />}
          rightSection={
            text !== '' && (
              <CloseButton
                aria-label="Effacer les mots"
                onClick={() => {
                  setText('')
                  onSearch('')
                  combobox.focusTarget()
                }}
              />
            )
          }
          value={text}
          onChange={({ currentTarget: { value } }) => {
            setText(value)
            onSearch(value)
            setActiveKey(null)
          }}
          onKeyDown={onKeyDown}
          data-autofocus
        />
      </Combobox.EventsTarget>
      <PaletteList
        id={listId}
        entries={entries}
        active={active}
        optionId={(entry) => optionId(listId, entry)}
        onPoint={({ key }) => setActiveKey(key)}
        waiting={waiting}
      />
      {entries.length === 0 && !waiting && (
        <p className={classes.none}>{fr`Rien ne contient ces mots. Essayez-en moins, ou d’autres.`}</p>
      )}
      <VisuallyHidden component="output">
        {waiting ? 'Recherche…' : counted(entries.length, 'résultat', 'résultats')}
      </VisuallyHidden>
      <div className={classes.foot} aria-hidden>
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> choisir
        </span>
        <span>
          <Kbd size="xs">Entrée</Kbd> ouvrir
        </span>
        <span>
          <Kbd size="xs">Échap</Kbd> fermer
        </span>
      </div>
    </Combobox>
  )
}

function optionId(listId: string, { key }: PaletteEntry): string {
  return `${listId}-${key}`
}
