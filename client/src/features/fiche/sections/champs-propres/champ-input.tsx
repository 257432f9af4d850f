import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type FocusEvent } from 'react'
import type { ChampPropreType } from '../../../../gql/graphql.ts'

/** The value of a field of a plan's own, kept when one leaves it; what is refused goes back to what it was. */
export function ChampInput({
  champ: { nom, type, choixPossibles },
  value,
  onKeep,
}: {
  champ: { nom: string; type: ChampPropreType; choixPossibles: readonly { id: string; nom: string }[] }
  /** As the API writes it; empty: nothing yet. */
  value: string
  /** Answers whether it was kept. */
  onKeep: (value: string) => Promise<boolean>
}) {
  const [typed, setTyped] = useState(type === 'NOMBRE' ? value.replace('.', ',') : value)

  async function keep(next: string) {
    const kept = type === 'NOMBRE' ? next.replaceAll(/\s/g, '').replace(',', '.') : next.trim()
    if (kept !== value && !(await onKeep(kept))) setTyped(value)
  }

  const common = {
    label: nom,
    value: typed,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => setTyped(currentTarget.value),
    onBlur: ({ currentTarget }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => void keep(currentTarget.value),
  }
  if (type === 'TEXTE') return <Textarea {...common} autosize minRows={1} maxLength={2000} />
  if (type === 'NOMBRE') return <TextInput {...common} inputMode="decimal" maw="12rem" />
  if (type === 'DATE') return <TextInput {...common} type="date" maw="12rem" min="1900-01-01" max="2199-12-31" />
  return (
    <NativeSelect
      label={nom}
      maw="24rem"
      value={typed}
      data={[
        { value: '', label: 'Non renseigné' },
        ...choixPossibles.map((choix) => ({ value: choix.id, label: choix.nom })),
      ]}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        void keep(currentTarget.value)
      }}
    />
  )
}
