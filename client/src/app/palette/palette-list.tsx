import { Combobox, Skeleton } from '@mantine/core'
import { useEffect } from 'react'
import { grouped, type PaletteEntry } from './palette-entry.ts'
import classes from './palette.module.css'

/** The entries by group, one of which is active; skeletons follow what is still looked for. */
export function PaletteList({
  id,
  entries,
  active,
  optionId,
  onPoint,
  waiting,
}: {
  id: string
  entries: readonly PaletteEntry[]
  active: PaletteEntry | undefined
  optionId: (entry: PaletteEntry) => string
  onPoint: (entry: PaletteEntry) => void
  waiting: boolean
}) {
  const activeId = active && optionId(active)
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  return (
    <>
      <Combobox.Options
        id={id}
        className={classes.results}
        hidden={entries.length === 0}
        aria-label="Résultats"
        aria-busy={waiting}
      >
        {grouped(entries).map(({ name, label, entries: members }) => (
          <Combobox.Group key={name} label={label} classNames={{ groupLabel: classes.group ?? '' }}>
            {members.map((entry) => (
              <Option
                key={entry.key}
                id={optionId(entry)}
                entry={entry}
                isActive={entry === active}
                onPoint={() => onPoint(entry)}
              />
            ))}
          </Combobox.Group>
        ))}
      </Combobox.Options>
      {waiting && (
        <div className={classes.skeletons} aria-hidden>
          <Skeleton h={16} w="55%" />
          <Skeleton h={16} w="70%" />
        </div>
      )}
    </>
  )
}

function Option({
  id,
  entry: { key, label, details, icon: EntryIcon },
  isActive,
  onPoint,
}: {
  id: string
  entry: PaletteEntry
  isActive: boolean
  onPoint: () => void
}) {
  return (
    <Combobox.Option
      id={id}
      value={key}
      selected={isActive}
      aria-selected={isActive}
      className={classes.option}
      // A list that scrolls under a still pointer does not take the choice from the keyboard.
      onMouseMove={() => !isActive && onPoint()}
    >
      <EntryIcon size={18} stroke={1.6} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.label}>{label}</span>
        {details && <span className={classes.details}>{details}</span>}
      </span>
    </Combobox.Option>
  )
}
