import { Button, CloseButton, Group, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { counted } from '../../../lib/text/french.ts'
import { ChangeDialog } from '../../../ui/en-masse/change-dialog.tsx'
import type { Selection } from './use-selection.ts'
import classes from './table.module.css'

/** Most fiches that one act changes, as the server takes it. */
const MAX_CHANGED = 500

/** What may be done to all the fiches that are ticked. */
export function SelectionBar({
  siren,
  selection: { ids, none },
  onChanged,
}: {
  siren: string
  selection: Selection
  onChanged: () => void
}) {
  const [changing, setChanging] = useState<readonly string[] | null>(null)
  const tooMany = ids.size > MAX_CHANGED

  return (
    <>
      {ids.size > 0 && (
        <Group component="section" className={classes.bar} gap="sm" aria-label="Sélection">
          <Text size="sm" fw={600}>
            {counted(ids.size, 'fiche sélectionnée', 'fiches sélectionnées')}
          </Text>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPencil size={16} aria-hidden />}
            disabled={tooMany}
            onClick={() => setChanging([...ids])}
          >
            Modifier…
          </Button>
          {tooMany && <Text size="sm">{MAX_CHANGED} au plus à la fois.</Text>}
          <CloseButton aria-label="Ne plus rien sélectionner" onClick={none} />
        </Group>
      )}
      <ChangeDialog siren={siren} ficheIds={changing} onClose={() => setChanging(null)} onChanged={onChanged} />
    </>
  )
}
