import { Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

/** A text written in place: kept when one leaves it or presses Entrée, as it was on Échap. Shown at once, taken back if it is refused. */
export function DefinitionField({
  label,
  value,
  placeholder,
  multiline = false,
  readOnly = false,
  onKeep,
}: {
  label: string
  value: string
  placeholder?: string
  multiline?: boolean
  readOnly?: boolean
  /** Settles once the server has answered. */
  onKeep: (text: string) => Promise<void>
}) {
  const [draft, setDraft] = useState<string | null>(null)

  async function keep() {
    if (draft !== null && draft.trim() !== value) await onKeep(draft)
    setDraft(null)
  }

  if (readOnly) {
    return (
      <div>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Text c={value ? undefined : 'dimmed'} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {value || 'Non renseigné'}
        </Text>
      </div>
    )
  }
  const Field = multiline ? Textarea : TextInput
  return (
    <Field
      label={label}
      placeholder={placeholder}
      value={draft ?? value}
      onChange={({ currentTarget }: { currentTarget: { value: string } }) => setDraft(currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={(event: { key: string; currentTarget: { blur: () => void } }) => {
        if (event.key === 'Escape') setDraft(null)
        if (event.key === 'Enter' && !multiline) event.currentTarget.blur()
      }}
      {...(multiline ? { autosize: true, minRows: 2, maxRows: 12 } : {})}
    />
  )
}
