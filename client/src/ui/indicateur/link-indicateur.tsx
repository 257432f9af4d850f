import { Alert, Button, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '../dialog.tsx'
import { CreateIndicateurForm } from './create-indicateur-form.tsx'
import { IndicateurPicker } from './indicateur-picker.tsx'

/** Where indicateurs are looked for and created. */
export interface IndicateurScope {
  id: string
  siren: string
  viewerCanCreateIndicateur: boolean
}

/** Links an indicateur, found by its name or created there and then. */
export function LinkIndicateur({
  collectivite,
  linkedIds,
  onLink,
}: {
  collectivite: IndicateurScope
  linkedIds: readonly string[]
  /** Answers why it was not linked; null once it is. */
  onLink: (indicateurId: string) => Promise<string | null>
}) {
  const [opened, { open, close }] = useDisclosure(false)
  /** The name of the one to create; null while one is looked for. */
  const [created, setCreated] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  function stop() {
    close()
    setCreated(null)
    setError(null)
  }

  async function link(indicateurId: string) {
    const refusal = await onLink(indicateurId)
    if (refusal === null) stop()
    else setError(refusal)
  }

  return (
    <div>
      <Button variant="default" size="compact-sm" leftSection={<IconLink size={16} aria-hidden />} onClick={open}>
        Lier un indicateur
      </Button>
      <Dialog opened={opened} onClose={stop} title={created === null ? 'Lier un indicateur' : 'Créer un indicateur'}>
        <Stack gap="md">
          {error && (
            <Alert color="red" role="alert">
              {error}
            </Alert>
          )}
          {created === null ? (
            <IndicateurPicker
              siren={collectivite.siren}
              exceptIds={linkedIds}
              onPick={(id) => void link(id)}
              onCreate={collectivite.viewerCanCreateIndicateur ? setCreated : null}
            />
          ) : (
            <CreateIndicateurForm
              collectiviteId={collectivite.id}
              nom={created}
              onCancel={() => setCreated(null)}
              onCreated={({ id }) => link(id)}
            />
          )}
        </Stack>
      </Dialog>
    </div>
  )
}
