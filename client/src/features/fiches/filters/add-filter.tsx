import { Button, Combobox, useCombobox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import { withoutAccents } from '../../../lib/text/without-accents.ts'
import { type ChampName, champNameOf, isChampName } from '../champ-filters.ts'
import { FILTER_GROUPS, FILTER_NAMES, type FilterName, filterOf, isFilterName } from '../fiche-filters.ts'
import classes from './filters.module.css'

const CHAMPS_GROUP = 'Champs propres du plan'

/** Chooses one more field to filter by, found by its name. */
export function AddFilter({
  used,
  champs,
  onAdd,
  ref,
}: {
  used: readonly (FilterName | ChampName)[]
  /** Those of the plan that the list is narrowed to. */
  champs: readonly { id: string; nom: string }[]
  onAdd: (name: FilterName | ChampName) => void
  ref: Ref<HTMLButtonElement>
}) {
  const [text, setText] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setText('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const all = [
    ...FILTER_NAMES.map((name) => ({ name, ...filterOf(name) })),
    ...champs.map(({ id, nom }) => ({ name: champNameOf(id), label: nom, group: CHAMPS_GROUP })),
  ]
  const left = all.filter(
    ({ name, label }) => !used.includes(name) && withoutAccents(label).includes(withoutAccents(text.trim())),
  )

  return (
    <Combobox
      store={combobox}
      width="17rem"
      position="bottom-start"
      withinPortal={false}
      onOptionSubmit={(name) => {
        combobox.closeDropdown()
        if (isFilterName(name) || isChampName(name)) onAdd(name)
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Button
          ref={ref}
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-expanded={combobox.dropdownOpened}
          aria-haspopup="listbox"
          onClick={() => combobox.toggleDropdown()}
        >
          Filtre
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label="Filtrer par…"
          placeholder="Filtrer par…"
          value={text}
          onChange={({ currentTarget: { value } }) => {
            setText(value)
            combobox.selectFirstOption()
          }}
        />
        <Combobox.Options className={classes.fields} aria-label="Champs">
          {[CHAMPS_GROUP, ...FILTER_GROUPS].map((group) => (
            <Group key={group} label={group} filters={left.filter((one) => one.group === group)} />
          ))}
          {left.length === 0 && <Combobox.Empty>Aucun champ de ce nom.</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function Group({ label, filters }: { label: string; filters: readonly { name: string; label: string }[] }) {
  if (filters.length === 0) return null
  return (
    <Combobox.Group label={label}>
      {filters.map((one) => (
        <Combobox.Option key={one.name} value={one.name}>
          {one.label}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}
