import { Button, CloseButton, Group, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { champIdOf, type ChampName, isChampName } from '../champ-filters.ts'
import { FILTER_NAMES, type FilterName, filterOf } from '../fiche-filters.ts'
import { champNamesOf, hasFilters, MAX_WORDS_CHARACTERS, withoutFilters, type FichesSearch } from '../fiches-search.ts'
import { AddFilter } from './add-filter.tsx'
import { ChampForm } from './champ-form.tsx'
import { ChampText } from './champ-text.tsx'
import { FilterChip } from './filter-chip.tsx'
import { FilterForm } from './filter-form.tsx'
import { FilterText } from './filter-text.tsx'
import { usePlanChamps } from './use-plan-champs.ts'
import classes from './filters.module.css'

/** Typing at an ordinary pace is one question. */
const DEBOUNCE_MS = 300

/** What narrows the list: words, and filters that are added one by one. All of it is in the address. */
export function FilterBar({
  search,
  siren,
  onChange,
}: {
  search: FichesSearch
  siren: string
  onChange: (search: FichesSearch) => void
}) {
  /** A filter that was just added, which says nothing yet. */
  const [added, setAdded] = useState<FilterName | ChampName | null>(null)
  const champs = usePlanChamps(search.plan)
  const add = useRef<HTMLButtonElement>(null)
  const shown = FILTER_NAMES.filter((name) => search[name] !== undefined || name === added)
  const asked = champNamesOf(search)
  const shownChamps = added !== null && isChampName(added) && !asked.includes(added) ? [...asked, added] : asked

  function set(name: FilterName | ChampName, value: string | undefined) {
    // The champs propres are those of one plan.
    const others = name === 'plan' ? Object.fromEntries(asked.map((champ) => [champ, undefined])) : {}
    onChange({ ...search, ...others, [name]: value })
  }

  const chip = (name: FilterName | ChampName) => ({
    isNew: name === added,
    onClose: () => name === added && setAdded(null),
    onRemove: () => {
      set(name, undefined)
      add.current?.focus()
    },
  })

  return (
    <Group component="section" aria-label="Filtres" gap="xs" className={classes.bar}>
      <WordsInput words={search.q} onChange={(q) => onChange({ ...search, q })} />
      {shown.map((name) => (
        <FilterChip
          key={name}
          {...chip(name)}
          label={filterOf(name).label}
          text={<FilterText name={name} value={search[name]} />}
          form={<FilterForm name={name} value={search[name]} siren={siren} onChange={(value) => set(name, value)} />}
        />
      ))}
      {shownChamps.map((name) => {
        const champ = champs.find(({ id }) => id === champIdOf(name))
        return (
          <FilterChip
            key={name}
            {...chip(name)}
            label={champ?.nom ?? 'Champ propre'}
            text={<ChampText champ={champ} text={search[name]} />}
            form={champ && <ChampForm champ={champ} text={search[name]} onChange={(value) => set(name, value)} />}
          />
        )
      })}
      <AddFilter ref={add} used={[...shown, ...shownChamps]} champs={champs} onAdd={setAdded} />
      {hasFilters(search) && (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            add.current?.focus()
            onChange(withoutFilters(search))
          }}
        >
          Tout effacer
        </Button>
      )}
    </Group>
  )
}

/** The words that are looked for. The address follows once typing pauses, or at once by Entrée. */
function WordsInput({ words, onChange }: { words: string | undefined; onChange: (words: string | undefined) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function ask(text: string) {
    clearTimeout(timer.current)
    onChange(text.trim() || undefined)
  }

  return (
    <TextInput
      size="xs"
      type="search"
      className={classes.words}
      aria-label="Rechercher dans les textes des fiches"
      placeholder="Rechercher dans les textes"
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      maxLength={MAX_WORDS_CHARACTERS}
      value={typed ?? words ?? ''}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => ask(value), DEBOUNCE_MS)
      }}
      onKeyDown={({ key }) => key === 'Enter' && typed !== null && ask(typed)}
      onBlur={() => {
        if (typed !== null) ask(typed)
        setTyped(null)
      }}
      rightSection={
        (typed ?? words) ? (
          <CloseButton
            size="sm"
            aria-label="Effacer la recherche"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setTyped(null)
              ask('')
            }}
          />
        ) : null
      }
    />
  )
}
