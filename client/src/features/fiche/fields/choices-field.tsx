import { ComboboxChevron, type ComboboxData, getOptionsLockup, getParsedComboboxData } from '@mantine/core'
import { useId, useOptimistic } from 'react'
import { type Answered, useChange } from '../../../ui/fields/use-change.ts'
import { DROPDOWN_PROPS } from '../../../ui/fields/dropdown-props.ts'
import { RestingPills } from '../../../ui/fields/resting-pills.tsx'
import { usePillsCode } from '../../../ui/fields/use-pills-code.ts'
import { brought } from '../../../ui/on-demand.tsx'
import { Field } from './field.tsx'
import { setChanges, withChanges } from '../../../ui/fields/set-changes.ts'

const code = brought(() => import('../../../ui/fields/choices-select.tsx').then((module) => module.ChoicesSelect))

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
  const { Part: MultiSelect, resting } = usePillsCode(code, id)

  function onChange(next: string[]) {
    const { added, removed } = setChanges(shown, next)
    for (const value of added)
      void change({ show: () => show({ added: [value], removed: [] }), send: () => add(value) })
    for (const value of removed)
      void change({ show: () => show({ added: [], removed: [value] }), send: () => remove(value) })
  }

  const options = getOptionsLockup(getParsedComboboxData(data))
  const placeholder = shown.length === 0 ? 'Ajouter' : undefined
  return (
    <Field name={name} label={label} htmlFor={id}>
      {MultiSelect ? (
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
          placeholder={placeholder}
          {...(onSearch && { onSearchChange: onSearch })}
        />
      ) : (
        <RestingPills
          {...resting}
          id={id}
          size="xs"
          values={shown.map((value) => ({ value, label: options[value]?.label ?? value }))}
          placeholder={placeholder}
          rightSection={<ComboboxChevron size="xs" />}
          onRemove={(value) => onChange(shown.filter((one) => one !== value))}
        />
      )}
    </Field>
  )
}
