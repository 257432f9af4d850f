import { Button, Group, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Periodicite } from '../../../gql/graphql.ts'
import { currentPeriode, nextPeriode, periodeLabel, readPeriode } from '../../../lib/indicateur/periode.ts'

const EXAMPLES: Record<Periodicite, string> = {
  ANNUELLE: 'Écrivez une année, comme 2026.',
  MENSUELLE: 'Écrivez un mois, comme mars 2026.',
}

/** Adds a row to the grid: the period that follows, or another. */
export function AddPeriode({
  last,
  periodicite,
  onAdd,
}: {
  last: string | undefined
  periodicite: Periodicite
  onAdd: (periode: string) => void
}) {
  const next = last === undefined ? currentPeriode(periodicite) : nextPeriode(last, periodicite)
  const [text, setText] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  function add() {
    const periode = text === null ? next : readPeriode(text, periodicite)
    if (periode === null) {
      setError(EXAMPLES[periodicite])
      return
    }
    onAdd(periode)
    setText(null)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Group gap="xs" align="flex-start">
        <TextInput
          aria-label="Période à ajouter"
          value={text ?? periodeLabel(next, periodicite)}
          error={error}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
            setError(null)
          }}
          w={periodicite === 'ANNUELLE' ? '6rem' : '10rem'}
        />
        <Button type="submit" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          Ajouter une période
        </Button>
      </Group>
    </form>
  )
}
