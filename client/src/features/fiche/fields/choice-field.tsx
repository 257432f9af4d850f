import { NativeSelect } from '@mantine/core'
import { useId, useOptimistic } from 'react'
import { Field } from './field.tsx'

/** A field of one value among a few, or none. */
export function ChoiceField<Value extends string>({
  name,
  label,
  value,
  labels,
  onChange,
}: {
  name: string
  label: string
  value: Value | null
  /** Every value, in order, as the page calls it. */
  labels: Readonly<Record<Value, string>>
  onChange: (value: Value | null, show: () => void) => void
}) {
  const id = useId()
  const [shown, show] = useOptimistic(value)
  const isValue = (text: string): text is Value => text in labels

  return (
    <Field name={name} label={label} htmlFor={id}>
      <NativeSelect
        id={id}
        size="xs"
        value={shown ?? ''}
        onChange={({ currentTarget }) => {
          const chosen = isValue(currentTarget.value) ? currentTarget.value : null
          onChange(chosen, () => show(chosen))
        }}
        data={[
          { value: '', label: 'Non renseigné' },
          ...Object.entries<string>(labels).map(([each, text]) => ({ value: each, label: text })),
        ]}
      />
    </Field>
  )
}
