import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { ChoixEditor } from './choix-editor.tsx'
import { DeleteButton } from './delete-button.tsx'
import { NameInput } from './name-input.tsx'
import { useChamp } from './use-champs.ts'
import classes from './champs-propres.module.css'

/** A field of a plan: its name, its place among the others, its answers, and the way to delete it. */
export function ChampPropreLine({
  champ,
  typeLabel,
  up,
  down,
}: {
  champ: {
    id: string
    nom: string
    type: string
    valeursCount: number
    choix: readonly { id: string; nom: string; valeursCount: number }[]
  }
  typeLabel: string
  /** The field to put it after, a step up or down (null: first); undefined at that end. */
  up: string | null | undefined
  down: string | undefined
}) {
  const { nom, type, valeursCount } = champ
  const { rename, moveAfter, remove } = useChamp(champ.id)
  const steps = [
    { label: 'Monter', afterId: up, Icon: IconArrowUp },
    { label: 'Descendre', afterId: down, Icon: IconArrowDown },
  ]

  return (
    <Stack component="li" gap="xs" className={classes.champ}>
      <Group gap="xs" wrap="nowrap">
        <NameInput label={`Nom du champ ${nom}`} nom={nom} onKeep={rename} />
        {steps.map(({ label, afterId, Icon }) => (
          <ActionIcon
            key={label}
            variant="subtle"
            color="gray"
            aria-label={`${label} ${nom}`}
            // Not disabled: the focus stays where the keyboard is.
            aria-disabled={afterId === undefined}
            data-disabled={afterId === undefined || undefined}
            onClick={() => afterId !== undefined && void moveAfter(afterId)}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        ))}
      </Group>
      {type === 'CHOIX' && <ChoixEditor champ={champ} />}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {typeLabel}
        </Text>
        <DeleteButton label={`Supprimer le champ ${nom}`} valeursCount={valeursCount} onDelete={remove} />
      </Group>
    </Stack>
  )
}
