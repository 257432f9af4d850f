import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { montantDigits, readMontant } from '../../../lib/text/montant.ts'

/**
 * An amount that is kept when one leaves its field or presses Enter; Échap takes back what was typed. What is no amount stays,
 * and is said to be none.
 */
export function MontantInput({
  label,
  montant,
  placeholder,
  onKeep,
}: {
  label: string
  montant: string | null
  placeholder?: string
  /** null: the field was emptied. */
  onKeep: (montant: string | null) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)

  function keep() {
    if (typed === null) return
    const read = typed.trim() === '' ? null : readMontant(typed)
    setWrong(read === null && typed.trim() !== '')
    if (read === null && typed.trim() !== '') return
    setTyped(null)
    const same = read === null || montant === null ? read === montant : Number(read) === Number(montant)
    if (!same) onKeep(read)
  }

  return (
    <TextInput
      aria-label={label}
      inputMode="decimal"
      size="xs"
      w="7.5rem"
      miw="5rem"
      maw="100%"
      value={typed ?? (montant === null ? '' : montantDigits(montant))}
      placeholder={placeholder}
      error={wrong ? 'Un nombre, s’il vous plaît.' : undefined}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === 'Enter') keep()
        if (key === 'Escape') {
          setTyped(null)
          setWrong(false)
        }
      }}
    />
  )
}
