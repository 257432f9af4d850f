import { TextInput } from '@mantine/core'
import { useState } from 'react'

/** A name that is kept when one leaves its field or presses Enter; Échap, an empty name and a refusal take back what it was. */
export function NameInput({
  label,
  nom,
  onKeep,
}: {
  label: string
  nom: string
  /** Answers whether it was kept. */
  onKeep: (nom: string) => Promise<boolean>
}) {
  const [typed, setTyped] = useState<string | null>(null)

  async function keep() {
    const kept = typed?.trim()
    if (kept && kept !== nom) await onKeep(kept)
    setTyped(null)
  }

  return (
    <TextInput
      aria-label={label}
      size="xs"
      flex={1}
      miw={0}
      // While something is typed, Échap takes it back rather than close the dialog.
      data-mantine-stop-propagation={typed !== null || undefined}
      maxLength={100}
      value={typed ?? nom}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={({ key }) => {
        if (key === 'Enter') void keep()
        if (key === 'Escape') setTyped(null)
      }}
    />
  )
}
