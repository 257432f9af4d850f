import { Textarea, TextInput } from '@mantine/core'
import { useId, useOptimistic, useState } from 'react'
import { Field } from './field.tsx'

/** What the browser knows of what is typed. */
const INPUTS = {
  date: { type: 'date' },
  number: { type: 'number', min: 0, max: 100, step: 1, placeholder: '1' },
} as const

/**
 * A field of free text, a date or a weight, kept when one leaves it; Échap takes back what was typed. While it is being typed in, what colleagues write there waits.
 *
 * @param type `date`: `YYYY-MM-DD`, by the browser's own picker; `number`: a whole one from 0 to 100, 1 where nothing is said
 */
export function TextField({
  name,
  label,
  value,
  type = 'text',
  onKeep,
}: {
  name: string
  label: string
  value: string | null
  type?: keyof typeof INPUTS | 'text'
  onKeep: (value: string | null, show: () => void) => void
}) {
  const id = useId()
  const [shown, show] = useOptimistic(value)
  const [typed, setTyped] = useState<string | null>(null)

  function keep() {
    if (typed === null) return
    const kept = typed.trim() || null
    setTyped(null)
    if (kept !== shown) onKeep(kept, () => show(kept))
  }

  const shared = { id, size: 'xs', value: typed ?? shown ?? '', onBlur: keep } as const
  return (
    <Field name={name} label={label} htmlFor={id}>
      {type !== 'text' ? (
        <TextInput
          {...shared}
          {...INPUTS[type]}
          onBlur={({ currentTarget }) => (currentTarget.validity.valid ? keep() : setTyped(null))}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Enter' && currentTarget.validity.valid) keep()
            if (key === 'Escape') setTyped(null)
          }}
        />
      ) : (
        <Textarea
          {...shared}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={5000}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={({ key }) => key === 'Escape' && setTyped(null)}
        />
      )}
    </Field>
  )
}
