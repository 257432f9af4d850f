import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { counted } from '../../../lib/text/french.ts'

/** Deletes in two steps: the second says how many values of fiches go too. */
export function DeleteButton({
  label,
  valeursCount,
  onDelete,
}: {
  label: string
  valeursCount: number
  onDelete: () => Promise<boolean>
}) {
  const [asked, setAsked] = useState(false)
  const [loading, setLoading] = useState(false)

  async function confirm() {
    setLoading(true)
    await onDelete()
    setLoading(false)
  }

  if (!asked) {
    return (
      <Button size="compact-xs" variant="subtle" color="gray" aria-label={label} onClick={() => setAsked(true)}>
        Supprimer
      </Button>
    )
  }
  return (
    <Group gap="xs">
      <Button size="compact-xs" color="red" variant="light" loading={loading} onClick={() => void confirm()}>
        Supprimer{valeursCount > 0 && `, avec ${counted(valeursCount, 'valeur', 'valeurs')}`}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setAsked(false)}>
        Garder
      </Button>
    </Group>
  )
}
