import { useId } from 'react'
import { NamesInput, type NamesInputProps } from '../../../ui/fields/names-input.tsx'
import { Field } from './field.tsx'

/** A field of several names. */
export function NamesField({ name, label, ...props }: NamesInputProps & { name: string; label: string }) {
  const id = useId()

  return (
    <Field name={name} label={label} htmlFor={id}>
      <NamesInput id={id} size="xs" {...props} />
    </Field>
  )
}
