import { Button, Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import type { ObservatoireChoicesQuery } from '../../gql/graphql.ts'
import { isStatut, STATUT_LABELS } from '../../lib/vocabulary/fiche-labels.ts'
import { isPlanType, PLAN_TYPE_LABELS } from '../../lib/vocabulary/plan-types.ts'
import { isNarrowed, NO_STATUT, type ObservatoireSearch } from './observatoire-search.ts'

/** A few words typed at an ordinary pace are one question. */
const DEBOUNCE_MS = 300

const STATUTS = [
  ...Object.entries(STATUT_LABELS).map(([value, label]) => ({ value, label })),
  { value: NO_STATUT, label: 'Sans statut' },
]
const TYPES = Object.entries(PLAN_TYPE_LABELS).map(([value, label]) => ({ value, label }))

/** Narrows the observatory. What is chosen is in the address. */
export function ObservatoireFilters({
  search,
  choices,
  onChange,
}: {
  search: ObservatoireSearch
  choices: ObservatoireChoicesQuery
  onChange: (search: ObservatoireSearch) => void
}) {
  /** Another choice begins the list again. */
  const choose = (chosen: Partial<ObservatoireSearch>) =>
    onChange({ ...search, apres: undefined, avant: undefined, ...chosen })
  const { thematiques, agregatsPublics } = choices
  const territoires = agregatsPublics.parCollectivite
    .map(({ collectivite: { siren, nom } }) => ({ value: siren, label: nom }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'fr'))

  return (
    <Group component="search" aria-label="Filtres de l’observatoire" gap="sm" align="flex-end">
      <TextFilter
        // What the address says by itself, as by « Tout afficher », is shown.
        key={search.texte === undefined ? 'empty' : 'asked'}
        text={search.texte}
        onChange={(texte) => choose({ texte })}
      />
      <Choice
        label="Thématique"
        all="Toutes"
        data={thematiques.map(({ code, nom }) => ({ value: code, label: nom }))}
        value={search.thematique}
        onChange={(thematique) => choose({ thematique: thematique ?? undefined })}
      />
      <Choice
        label="Statut"
        all="Tous"
        data={STATUTS}
        value={search.statut}
        onChange={(statut) => choose({ statut: isStatut(statut) || statut === NO_STATUT ? statut : undefined })}
      />
      <Choice
        label="Type de plan"
        all="Tous"
        data={TYPES}
        value={search.type}
        onChange={(type) => choose({ type: type !== null && isPlanType(type) ? type : undefined })}
      />
      <Choice
        label="Territoire"
        all="Tous"
        data={territoires}
        value={search.territoire}
        onChange={(territoire) => choose({ territoire: territoire ?? undefined })}
      />
      {isNarrowed(search) && (
        <Button variant="subtle" onClick={() => onChange({})}>
          Tout afficher
        </Button>
      )}
    </Group>
  )
}

function TextFilter({ text, onChange }: { text: string | undefined; onChange: (text: string | undefined) => void }) {
  const [typed, setTyped] = useState(text ?? '')
  const ask = useDebouncedCallback((asked: string) => onChange(asked.trim() || undefined), DEBOUNCE_MS)

  return (
    <TextInput
      type="search"
      label="Nom du plan"
      placeholder="climat, mobilité…"
      maxLength={200}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        ask(value)
      }}
      flex="1 1 12rem"
    />
  )
}

function Choice({
  label,
  all,
  data,
  value,
  onChange,
}: {
  label: string
  /** What is shown, and what clearing says, while nothing is chosen. */
  all: string
  data: { value: string; label: string }[]
  value: string | undefined
  onChange: (value: string | null) => void
}) {
  return (
    <Select
      label={label}
      placeholder={all}
      data={data}
      value={value ?? null}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${label} : ${all.toLocaleLowerCase('fr')}` }}
      nothingFoundMessage="Rien de ce nom"
      flex="1 1 12rem"
    />
  )
}
