import { Badge } from '@mantine/core'
import { IconWorld } from '@tabler/icons-react'

/** Says of a plan that anybody reads it. */
export function PublicBadge() {
  return (
    <Badge
      variant="light"
      color="gray"
      tt="none"
      leftSection={<IconWorld size={12} aria-hidden />}
      title="N’importe qui lit ce plan, sans compte aussi"
    >
      Public
    </Badge>
  )
}
