import { ActionIcon, Button, Checkbox, Group, Popover, Text } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconColumns } from '@tabler/icons-react'
import { PlainList } from '../../../ui/plain-list.tsx'
import { champsText, type Colonne, FIRST_COLONNES } from '../colonnes.ts'
import type { FichesSearch } from '../fiches-search.ts'
import { useColonnes } from './use-colonnes.ts'
import classes from './table.module.css'

/** Chooses the columns of the table and their order. */
export function ChooseColonnes({
  search,
  onSearch,
}: {
  search: FichesSearch
  onSearch: (search: FichesSearch) => void
}) {
  const { shown: shownColonnes, hidden } = useColonnes(search)
  const shown = shownColonnes.map(({ name }) => name)

  function show(colonnes: readonly Colonne[]) {
    // A table without a column but the titre would look like a list that is broken.
    if (colonnes.length > 0) onSearch({ ...search, champs: champsText(colonnes) })
  }

  function move(at: number, by: 1 | -1) {
    const next = [...shown]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at + by, 0, moved)
    show(next)
  }

  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus withinPortal={false} shadow="md">
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns size={16} stroke={1.6} aria-hidden />}>
          Champs
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Champs du tableau">
        <PlainList className={classes.choices}>
          {[...shownColonnes, ...hidden].map(({ name, label }, at) => {
            const isShown = at < shown.length
            return (
              <Group component="li" key={name} gap={2} wrap="nowrap" justify="space-between">
                <Checkbox
                  size="xs"
                  label={label}
                  checked={isShown}
                  onChange={() => show(isShown ? shown.filter((each) => each !== name) : [...shown, name])}
                />
                {isShown && (
                  <Group gap={2} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={`Avancer ${label}`}
                      aria-disabled={at === 0}
                      onClick={() => at > 0 && move(at, -1)}
                    >
                      <IconChevronUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={`Reculer ${label}`}
                      aria-disabled={at === shown.length - 1}
                      onClick={() => at < shown.length - 1 && move(at, 1)}
                    >
                      <IconChevronDown size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                )}
              </Group>
            )
          })}
        </PlainList>
        <Group justify="space-between" mt="sm">
          <Text size="xs" c="dimmed">
            Le titre est toujours là.
          </Text>
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => onSearch({ ...search, champs: champsText(FIRST_COLONNES), largeurs: undefined })}
          >
            Rétablir
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
