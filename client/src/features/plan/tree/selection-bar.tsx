import { Button, CloseButton, Group, Text } from '@mantine/core'
import { IconArrowsMove, IconPencil, IconTrash } from '@tabler/icons-react'
import { counted } from '../../../lib/text/french.ts'
import { useTreeEdit } from './tree-edit.ts'
import { useTreeState } from './tree-store.ts'
import classes from './tree-row.module.css'

/** What may be done to everything selected at once. */
export function SelectionBar() {
  const { store, askMove, askChange, askDelete } = useTreeEdit()
  const selected = useTreeState(store, (state) => state.selected)

  if (selected.size === 0) return null
  return (
    <Group component="section" className={classes.bar} gap="sm" aria-label="Sélection">
      <Text size="sm" fw={600}>
        {counted(selected.size, 'élément sélectionné', 'éléments sélectionnés')}
      </Text>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArrowsMove size={16} aria-hidden />}
        onClick={() => askMove(selected)}
      >
        Déplacer vers…
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => askChange(selected)}
      >
        Modifier…
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => askDelete(selected)}
      >
        Supprimer…
      </Button>
      <CloseButton aria-label="Ne plus rien sélectionner" onClick={() => store.clearSelection()} />
    </Group>
  )
}
