import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

/** Takes a line of a list away. */
export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" onClick={onClick} aria-label={label}>
      <IconX size={16} aria-hidden />
    </ActionIcon>
  )
}
