import { Button, CloseButton, Popover } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import classes from './filters.module.css'

/** A filter of the list: what it says, which opens to be changed, and the way to take it away. */
export function FilterChip({
  label,
  text,
  form,
  isNew,
  onClose,
  onRemove,
}: {
  label: string
  text: ReactNode
  form: ReactNode
  isNew: boolean
  onClose: () => void
  /** It is to go, with the focus. */
  onRemove: () => void
}) {
  const [opened, setOpened] = useState(isNew)
  const button = useRef<HTMLButtonElement>(null)
  const dropdown = useRef<HTMLDivElement>(null)

  function setAndTell(next: boolean) {
    // What had the focus before may have gone: a filter that is added opens by itself.
    if (!next && dropdown.current?.contains(document.activeElement)) button.current?.focus()
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
            {text}
          </Button>
        </Popover.Target>
        <Popover.Dropdown ref={dropdown} aria-label={label}>
          {form}
        </Popover.Dropdown>
      </Popover>
      <CloseButton
        size="sm"
        className={classes.remove}
        aria-label={`Retirer le filtre ${label}`}
        onClick={() => {
          setAndTell(false)
          onRemove()
        }}
      />
    </div>
  )
}
