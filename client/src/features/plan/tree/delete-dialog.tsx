import { useQuery } from '@apollo/client/react'
import { Alert, Button, Group, List, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { counted, fr } from '../../../lib/text/french.ts'
import { Dialog } from '../../../ui/dialog.tsx'

const deletionPreview = graphql(`
  query DeletionPreview($ids: [ID!]!) {
    deletionPreview(ids: $ids) {
      axes
      fiches
      sousActions
      kept
    }
  }
`)

/** Confirms a deletion by what it takes, counted by the server at that moment. */
export function DeleteDialog({
  title,
  ids,
  onClose,
  onConfirm,
}: {
  title: string
  /** Plan, axes and fiches to delete; null closes the dialog. */
  ids: readonly string[] | null
  onClose: () => void
  onConfirm: () => Promise<unknown>
}) {
  return (
    <Dialog opened={ids !== null} onClose={onClose} title={title}>
      {ids && <Confirmation ids={ids} onClose={onClose} onConfirm={onConfirm} />}
    </Dialog>
  )
}

function Confirmation({
  ids,
  onClose,
  onConfirm,
}: {
  ids: readonly string[]
  onClose: () => void
  onConfirm: () => Promise<unknown>
}) {
  const [deleting, setDeleting] = useState(false)
  const { data, error } = useQuery(deletionPreview, { variables: { ids: [...ids] }, fetchPolicy: 'network-only' })

  async function confirm() {
    setDeleting(true)
    await onConfirm()
    setDeleting(false)
    onClose()
  }

  return (
    <Stack gap="md">
      {error && (
        <Alert color="red" role="alert">
          {UNEXPECTED_ERROR}
        </Alert>
      )}
      {data ? <Taken {...data.deletionPreview} /> : !error && <Skeleton height={64} />}
      <Text size="sm" c="dimmed">
        Tout pourra être restauré depuis la corbeille.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Annuler
        </Button>
        <Button color="red.9" disabled={!data} loading={deleting} onClick={() => void confirm()}>
          Mettre à la corbeille
        </Button>
      </Group>
    </Stack>
  )
}

function Taken({
  axes,
  fiches,
  sousActions,
  kept,
}: {
  axes: number
  fiches: number
  sousActions: number
  kept: number
}) {
  const taken = [
    axes > 0 && counted(axes, 'axe', 'axes'),
    fiches > 0 && counted(fiches, 'fiche', 'fiches'),
    sousActions > 0 && counted(sousActions, 'sous-action', 'sous-actions'),
  ].filter((line) => line !== false)
  return (
    <div>
      <Text>{taken.length > 0 ? fr`Iront à la corbeille :` : 'Rien d’autre ne part avec.'}</Text>
      <List>
        {taken.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {kept > 0 && (
        <Text size="sm" mt="xs">
          {kept === 1
            ? '1 fiche reste : elle est aussi placée ailleurs.'
            : `${kept} fiches restent : elles sont aussi placées ailleurs.`}
        </Text>
      )}
    </div>
  )
}
