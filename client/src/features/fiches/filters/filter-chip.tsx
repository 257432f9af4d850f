import { Button, CloseButton, Popover } from '@mantine/core'
import { useRef, useState } from 'react'
import { type FilterName, filterOf } from '../fiche-filters.ts'
import { FilterForm } from './filter-form.tsx'
import { FilterText } from './filter-text.tsx'
import classes from './filters.module.css'

/** A filter of the list: what it says, which opens to be changed, and the way to take it away. */
export function FilterChip({
  name,
  value,
  siren,
  isNew,
  onChange,
  onClose,
  onRemoved,
}: {
  name: FilterName
  value: string | undefined
  siren: string
  isNew: boolean
  onChange: (value: string | undefined) => void
  onClose: () => void
  /** It is about to go, with the focus. */
  onRemoved: () => void
}) {
  const [opened, setOpened] = useState(isNew)
  const { label } = filterOf(name)
  const button = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLDivElement>(null)

  function setAndTell(next: boolean) {
    // What had the focus before may have gone: a filter that is added opens by itself.
    if (!next && form.current?.contains(document.activeElement)) button.current?.focus()
    setOpened(next)
    if (!next) onClose()
  }

  return (
    <div className={classes.chip}>
      <Popover
        opened={opened}
        onChange={setAndTell}
        position="bottom-start"
        width={320}
        trapFocus
        withinPortal={false}
        shadow="md"
      >
        <Popover.Target>
          <Button
            ref={button}
            variant="default"
            size="xs"
            className={classes.said}
            aria-expanded={opened}
            onClick={() => setAndTell(!opened)}
          >
            <span className={classes.name}>{label}</span>
            <FilterText name={name} value={value} />
          </Button>
        </Popover.Target>
        <Popover.Dropdown ref={form} aria-label={label}>
          <FilterForm name={name} value={value} siren={siren} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
      <CloseButton
        size="sm"
        className={classes.remove}
        aria-label={`Retirer le filtre ${label}`}
        onClick={() => {
          setAndTell(false)
          onChange(undefined)
          onRemoved()
        }}
      />
    </div>
  )
}
