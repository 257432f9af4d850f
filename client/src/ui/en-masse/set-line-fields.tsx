import { ActionIcon, Group, MultiSelect, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { DROPDOWN_PROPS } from '../fields/dropdown-props.ts'
import { isSetName, SET_LABELS, type SetLine } from './asked-change.ts'
import { useSetOptions } from './use-set-options.ts'

const LISTS = Object.entries(SET_LABELS).map(([value, label]) => ({ value, label }))
const ACTS = [
  { value: 'ajouter', label: 'Ajouter à' },
  { value: 'retirer', label: 'Retirer de' },
]

/** One list of the fiches, and what to add to it or to remove from it. */
export function SetLineFields({
  line,
  siren,
  onChange,
  onRemove,
}: {
  line: SetLine
  siren: string
  onChange: (line: SetLine) => void
  onRemove: () => void
}) {
  const { options, onSearch } = useSetOptions({ siren, set: line.set })
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map())
  // What is chosen keeps its name when another search no longer finds it.
  const chosen = line.values.map((value) => ({ value, label: known.get(value) ?? value }))
  const data = [...new Map([...chosen, ...options].map((option) => [option.value, option])).values()]

  function choose(values: string[]) {
    setKnown(new Map([...known, ...options.map(({ value, label }) => [value, label] as const)]))
    onChange({ ...line, values })
  }

  return (
    <Group gap="xs" align="flex-start">
      <NativeSelect
        size="xs"
        aria-label="Ajouter ou retirer"
        data={ACTS}
        value={line.act}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...line, act: value === 'retirer' ? 'retirer' : 'ajouter' })
        }
      />
      <NativeSelect
        size="xs"
        aria-label="Liste"
        data={LISTS}
        value={line.set}
        onChange={({ currentTarget: { value } }) => {
          if (isSetName(value)) onChange({ ...line, set: value, values: [] })
        }}
      />
      <MultiSelect
        {...DROPDOWN_PROPS}
        size="xs"
        flex="1 1 12rem"
        aria-label="Éléments"
        placeholder={line.values.length === 0 ? 'Choisir' : undefined}
        data={data}
        value={[...line.values]}
        onChange={choose}
        onSearchChange={onSearch}
        searchable
        hidePickedOptions
        nothingFoundMessage="Rien de ce nom."
      />
      <ActionIcon variant="subtle" color="gray" aria-label="Ne rien faire de cette liste" onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
