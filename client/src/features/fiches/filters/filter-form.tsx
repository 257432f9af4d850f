import { MultiSelect, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { DROPDOWN_PROPS } from '../../../ui/fields/dropdown-props.ts'
import {
  AVEC,
  daysOf,
  daysText,
  type FilterName,
  filterOf,
  MAX_VALUES,
  NON,
  OUI,
  SANS,
  valuesOf,
} from '../fiche-filters.ts'
import { useFilterOptions } from './use-filter-options.ts'

interface FormProps {
  name: FilterName
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** What a filter asks for: some values, that there are any, or that there are none. Each choice is asked at once. */
export function FilterForm({ siren, ...props }: FormProps & { siren: string }) {
  const { name, value, onChange } = props
  const filter = filterOf(name)
  const isPresence = value === AVEC || value === SANS
  const takesValues = filter.kind === 'choice' || filter.kind === 'named' || filter.kind === 'days'

  return (
    <Stack gap="sm">
      {filter.kind === 'truth' && (
        <Radio.Group label={filter.label} value={value ?? ''} onChange={onChange}>
          <Stack gap="xs" mt="xs">
            <Radio value={OUI} label={filter.yes} />
            <Radio value={NON} label={filter.no} />
          </Stack>
        </Radio.Group>
      )}
      {filter.champ !== undefined && (
        <PresenceChoice label={filter.label} value={isPresence ? value : ''} onChange={onChange} />
      )}
      {takesValues &&
        (filter.kind === 'days' ? (
          <DaysInputs {...props} label={filter.label} />
        ) : (
          <ValuesInput {...props} siren={siren} />
        ))}
    </Stack>
  )
}

function ValuesInput({ name, value, siren, onChange }: FormProps & { siren: string }) {
  const { options, onSearch, isSearched } = useFilterOptions({ siren, name })
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map())
  const values = value === undefined || value === AVEC || value === SANS ? [] : valuesOf(value)
  // What is chosen keeps its name when another search no longer finds it.
  const chosen = values.map((each) => ({ value: each, label: known.get(each) ?? 'Déjà choisi' }))
  const data = [...new Map([...chosen, ...options].map((option) => [option.value, option])).values()]

  return (
    <MultiSelect
      {...DROPDOWN_PROPS}
      size="xs"
      data-autofocus
      label={fr`Ou l’une de ces valeurs`}
      placeholder={values.length === 0 ? 'Choisir' : undefined}
      data={data}
      value={values}
      onChange={(next) => {
        setKnown(new Map([...known, ...options.map((option) => [option.value, option.label] as const)]))
        onChange(next.join(',') || undefined)
      }}
      maxValues={MAX_VALUES}
      searchable
      hidePickedOptions
      nothingFoundMessage="Rien de ce nom."
      {...(isSearched && { onSearchChange: onSearch })}
    />
  )
}

/** That there is some value, or none. */
export function PresenceChoice({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        <Radio value={AVEC} label={fr`Avec : c’est renseigné`} />
        <Radio value={SANS} label={fr`Sans : ce n’est pas renseigné`} />
      </Stack>
    </Radio.Group>
  )
}

/** Both ends of a span of days. */
export function DaysInputs({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const span = daysOf(value ?? '')

  function set(change: Partial<typeof span>) {
    const { from, to } = { ...span, ...change }
    onChange(from === null && to === null ? undefined : daysText({ from, to }))
  }

  return (
    <>
      <TextInput
        size="xs"
        type="date"
        label={fr`${label} : au plus tôt`}
        value={span.from ?? ''}
        onChange={({ currentTarget }) => set({ from: currentTarget.value || null })}
      />
      <TextInput
        size="xs"
        type="date"
        label={fr`${label} : au plus tard`}
        value={span.to ?? ''}
        onChange={({ currentTarget }) => set({ to: currentTarget.value || null })}
      />
    </>
  )
}
