import { NativeSelect, TextInput } from '@mantine/core'
import { useRef, type KeyboardEvent } from 'react'

interface EditorProps<Value> {
  label: string
  value: Value | null
  onKeep: (value: Value | null) => void
  /** The cell is only read again; `isLeft` when the focus is elsewhere already. */
  onDone: (isLeft?: 'left') => void
}

/** One value among a few, in its cell: kept as soon as it is chosen. */
export function ChoiceEditor<Value extends string>({
  label,
  labels,
  value,
  onKeep,
  onDone,
}: EditorProps<Value> & { labels: Readonly<Record<Value, string>> }) {
  const isValue = (text: string): text is Value => Object.hasOwn(labels, text)

  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data-autofocus
      defaultValue={value ?? ''}
      onChange={({ currentTarget: { value: chosen } }) => {
        onKeep(isValue(chosen) ? chosen : null)
        onDone()
      }}
      onBlur={() => onDone('left')}
      onKeyDown={(event) => leaveWithKey(event, onDone)}
      data={[
        { value: '', label: 'Non renseigné' },
        ...Object.entries<string>(labels).map(([each, text]) => ({ value: each, label: text })),
      ]}
    />
  )
}

/** A day, in its cell: kept by Entrée or when one leaves it, and taken back by Échap. */
export function DayEditor({ label, value, onKeep, onDone }: EditorProps<string>) {
  const isGivenUp = useRef(false)

  function keep(input: HTMLInputElement) {
    const day = input.value || null
    if (!isGivenUp.current && input.validity.valid && day !== value) onKeep(day)
    isGivenUp.current = true
  }

  return (
    <TextInput
      size="xs"
      type="date"
      aria-label={label}
      data-autofocus
      defaultValue={value ?? ''}
      onBlur={({ currentTarget }) => {
        keep(currentTarget)
        onDone('left')
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep(event.currentTarget)
        if (event.key === 'Escape') isGivenUp.current = true
        leaveWithKey(event, onDone)
      }}
    />
  )
}

/** Words or a number, in their cell: kept by Entrée or when one leaves it, and taken back by Échap. */
export function TextEditor({
  label,
  value,
  inputMode,
  onKeep,
  onDone,
}: EditorProps<string> & { inputMode: 'text' | 'decimal' }) {
  const isGivenUp = useRef(false)

  function keep(input: HTMLInputElement) {
    const text = input.value.trim() || null
    if (!isGivenUp.current && text !== value) onKeep(text)
    isGivenUp.current = true
  }

  return (
    <TextInput
      size="xs"
      inputMode={inputMode}
      maxLength={2000}
      aria-label={label}
      data-autofocus
      defaultValue={value ?? ''}
      onBlur={({ currentTarget }) => {
        keep(currentTarget)
        onDone('left')
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep(event.currentTarget)
        if (event.key === 'Escape') isGivenUp.current = true
        leaveWithKey(event, onDone)
      }}
    />
  )
}

/** Arrows stay those of the field; Entrée and Échap give the focus back to the cell. */
function leaveWithKey(event: KeyboardEvent, onDone: () => void): void {
  event.stopPropagation()
  if (event.key !== 'Enter' && event.key !== 'Escape') return
  event.preventDefault()
  onDone()
}
