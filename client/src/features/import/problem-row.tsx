import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import type { CellFix, ImportProblem } from './import-api.ts'
import classes from './problems.module.css'

interface ProblemRowProps {
  problem: ImportProblem
  accepted: boolean
  busy: boolean
  onFix: (fix: CellFix) => void
  onAccept: (isAccepted: boolean) => void
}

/** One cell to mend or to accept. */
export function ProblemRow({ problem, accepted, busy, onFix, onAccept }: ProblemRowProps) {
  const { row, column, heading, value, severity, message, fixable, choices } = problem
  const where = row === null ? 'du fichier' : `de la ligne ${row}, colonne ${column}`
  const fix = (given: string) => {
    if (row !== null && column !== null) onFix({ row, column, value: given })
  }

  return (
    <tr>
      <td data-label="Ligne">{row ?? '·'}</td>
      <td data-label="Colonne">
        {column} {heading && <span className={classes.heading}>{heading}</span>}
      </td>
      <td data-label="Valeur" className={classes.value}>
        {shortened(String(value ?? ''))}
      </td>
      <td data-label="Ce qui se passe">
        <span className={classes.severity} data-severity={severity}>
          {severity === 'error' ? <IconCircleX size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
          {severity === 'error' ? 'Erreur' : 'Avertissement'}
        </span>
        <Text size="sm">{message}</Text>
      </td>
      <td data-label="Que faire">
        <Group gap="xs" align="center">
          {fixable &&
            (choices ? (
              <NativeSelect
                size="xs"
                aria-label={`Nouvelle valeur ${where}`}
                disabled={busy}
                value=""
                data={[
                  { value: '', label: 'Choisir une valeur' },
                  ...choices.map((choice) => ({ value: choice, label: choice })),
                ]}
                onChange={(event) => fix(event.currentTarget.value)}
              />
            ) : (
              <TextFix where={where} initial={String(value ?? '')} busy={busy} onFix={fix} />
            ))}
          {severity === 'warning' && (
            <Checkbox
              size="sm"
              label="Accepter"
              aria-label={`Accepter l’avertissement ${where}`}
              checked={accepted}
              onChange={(event) => onAccept(event.currentTarget.checked)}
            />
          )}
        </Group>
      </td>
    </tr>
  )
}

function TextFix({
  where,
  initial,
  busy,
  onFix,
}: {
  where: string
  initial: string
  busy: boolean
  onFix: (value: string) => void
}) {
  const [text, setText] = useState(initial)
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput
        size="xs"
        aria-label={`Nouvelle valeur ${where}`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onFix(text)
        }}
      />
      <Button
        size="xs"
        variant="default"
        flex="none"
        disabled={busy || text === initial}
        aria-label={`Corriger la valeur ${where}`}
        onClick={() => onFix(text)}
      >
        Corriger
      </Button>
    </Group>
  )
}

const MAX_SHOWN_CHARACTERS = 120

function shortened(text: string): string {
  return text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}…` : text
}
