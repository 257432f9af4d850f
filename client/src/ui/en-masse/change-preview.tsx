import { Alert, List, Stack, Text } from '@mantine/core'
import { counted, fr } from '../../lib/text/french.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'

/** Refusals that are named one by one; the rest is counted. */
const MAX_NAMED = 20

export interface Outcome {
  changees: number
  inchangees: number
  refusees: readonly { ficheId: string; titre?: string | null | undefined; message: string }[]
}

/** What the change would do: how many fiches, and which stay as they are, and why. */
export function ChangePreview({ changees, inchangees, refusees }: Outcome) {
  const others = refusees.length - MAX_NAMED
  return (
    <Stack gap="xs" aria-live="polite">
      <Text fw={600}>{counted(changees, 'fiche changera', 'fiches changeront')}.</Text>
      {inchangees > 0 && <Text size="sm">{counted(inchangees, 'l’est déjà', 'le sont déjà')}.</Text>}
      {refusees.length > 0 && (
        <Alert
          color="encre"
          title={fr`${counted(refusees.length, 'fiche restera telle quelle', 'fiches resteront telles quelles')} :`}
        >
          <List size="sm">
            {refusees.slice(0, MAX_NAMED).map(({ ficheId, titre, message }) => (
              <List.Item key={ficheId}>
                {titre != null && <strong>{titre || UNTITLED} · </strong>}
                {message}
              </List.Item>
            ))}
            {others > 0 && <List.Item>{counted(others, 'autre', 'autres')}</List.Item>}
          </List>
        </Alert>
      )}
    </Stack>
  )
}
