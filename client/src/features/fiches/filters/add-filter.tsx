import { Button, Combobox, useCombobox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import { withoutAccents } from '../../../lib/text/without-accents.ts'
import { FILTER_GROUPS, FILTER_NAMES, type FilterName, filterOf, isFilterName } from '../fiche-filters.ts'
import classes from './filters.module.css'

/** Chooses one more field to filter by, found by its name. */
export function AddFilter({
  used,
  onAdd,
  ref,
}: {
  used: readonly FilterName[]
  onAdd: (name: FilterName) => void
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
  const left = FILTER_NAMES.filter(
    (name) => !used.includes(name) && withoutAccents(filterOf(name).label).includes(withoutAccents(text.trim())),
  )

  return (
    <Combobox
      store={combobox}
      width="17rem"
      position="bottom-start"
      withinPortal={false}
      onOptionSubmit={(name) => {
        combobox.closeDropdown()
        if (isFilterName(name)) onAdd(name)
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
          {FILTER_GROUPS.map((group) => (
            <Group key={group} label={group} names={left.filter((name) => filterOf(name).group === group)} />
          ))}
          {left.length === 0 && <Combobox.Empty>Aucun champ de ce nom.</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function Group({ label, names }: { label: string; names: readonly FilterName[] }) {
  if (names.length === 0) return null
  return (
    <Combobox.Group label={label}>
      {names.map((name) => (
        <Combobox.Option key={name} value={name}>
          {filterOf(name).label}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}
