import { type ComboboxData, MultiSelect } from '@mantine/core'
import { useId, useOptimistic } from 'react'
import { type Answered, useChange } from '../../../ui/fields/use-change.ts'
import { DROPDOWN_PROPS } from '../../../ui/fields/dropdown-props.ts'
import { Field } from './field.tsx'
import { setChanges, withChanges } from '../../../ui/fields/set-changes.ts'

/** A field of several values among those of a list. */
export function ChoicesField({
  name,
  label,
  values,
  data,
  onSearch,
  add,
  remove,
}: {
  name: string
  label: string
  values: readonly string[]
  data: ComboboxData
  onSearch?: (text: string) => void
  add: (value: string) => Promise<Answered | null | undefined>
  remove: (value: string) => Promise<Answered | null | undefined>
}) {
  const id = useId()
  const [shown, show] = useOptimistic(values, withChanges<string>)
  const { change } = useChange()

  function onChange(next: string[]) {
    const { added, removed } = setChanges(shown, next)
    for (const value of added)
      void change({ show: () => show({ added: [value], removed: [] }), send: () => add(value) })
    for (const value of removed)
      void change({ show: () => show({ added: [], removed: [value] }), send: () => remove(value) })
  }

  return (
    <Field name={name} label={label} htmlFor={id}>
      <MultiSelect
        {...DROPDOWN_PROPS}
        id={id}
        size="xs"
        data={data}
        value={[...shown]}
        onChange={onChange}
        searchable
        hidePickedOptions
        nothingFoundMessage="Rien de ce nom."
        placeholder={shown.length === 0 ? 'Ajouter' : undefined}
        {...(onSearch && { onSearchChange: onSearch })}
      />
    </Field>
  )
}
