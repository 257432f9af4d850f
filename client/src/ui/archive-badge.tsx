import { Badge } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'

/** Says of a plan that nothing in it changes any more. */
export function ArchiveBadge() {
  return (
    <Badge
      variant="light"
      color="gray"
      tt="none"
      ml="xs"
      leftSection={<IconArchive size={12} aria-hidden />}
      title="Ce plan se lit comme avant, et plus rien ne s’y modifie"
    >
      Archivé
    </Badge>
  )
}
