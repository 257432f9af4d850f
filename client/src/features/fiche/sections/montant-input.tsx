import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { montantText, readMontant, type Unite } from '../../../lib/text/montant.ts'
import classes from './sections.module.css'

/**
 * An amount that is kept when one leaves its field or presses Enter; Échap takes back what was typed. What is no amount stays,
 * and is said to be none.
 */
export function MontantInput({
  label,
  montant,
  unite,
  placeholder,
  onKeep,
}: {
  label: string
  montant: string | null
  unite: Unite
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
      className={classes.montant}
      value={typed ?? (montant === null ? '' : montantText(montant, unite))}
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
