import { Select } from '@mantine/core'
import { useDialogDropdownProps } from './dialog-layer.ts'
import { keepEnter } from './fields/keep-enter.ts'

/** Chooses, of many with a name, the one that stays. */
export function MergeIntoSelect({
  label,
  others,
  intoId,
  onChoose,
}: {
  label: string
  others: readonly { id: string; nom: string }[]
  intoId: string | null
  onChoose: (id: string | null) => void
}) {
  const dropdown = useDialogDropdownProps()

  return (
    <Select
      {...dropdown}
      label={label}
      placeholder="Chercher par son nom"
      searchable
      value={intoId}
      onChange={onChoose}
      data={others.map(({ id, nom }) => ({ value: id, label: nom }))}
      nothingFoundMessage="Aucun de ce nom"
      onKeyDown={keepEnter}
      data-autofocus
    />
  )
}
