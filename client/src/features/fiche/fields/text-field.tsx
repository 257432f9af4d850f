import { Textarea, TextInput } from '@mantine/core'
import { useId, useOptimistic, useState } from 'react'
import { Field } from './field.tsx'

/**
 * A field of free text or a date, kept when one leaves it; Échap takes back what was typed. While it is being typed in, what colleagues write there waits.
 *
 * @param type `date`: `YYYY-MM-DD`, by the browser's own picker
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
  type?: 'text' | 'date'
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
      {type === 'date' ? (
        <TextInput
          {...shared}
          type="date"
          onBlur={({ currentTarget }) => (currentTarget.validity.badInput ? setTyped(null) : keep())}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') keep()
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
