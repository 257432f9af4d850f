import { Alert, Stack } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../dialog.tsx'
import { CreateIndicateurForm } from './create-indicateur-form.tsx'
import { IndicateurPicker } from './indicateur-picker.tsx'
import type { IndicateurScope } from './link-indicateur.tsx'

/** Links an indicateur, found by its name or created there and then. */
export function LinkIndicateurDialog({
  opened,
  onClose,
  collectivite,
  linkedIds,
  onLink,
}: {
  opened: boolean
  onClose: () => void
  collectivite: IndicateurScope
  linkedIds: readonly string[]
  /** Answers why it was not linked; null once it is. */
  onLink: (indicateurId: string) => Promise<string | null>
}) {
  /** The name of the one to create; null while one is looked for. */
  const [created, setCreated] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  function stop() {
    onClose()
    setCreated(null)
    setError(null)
  }

  async function link(indicateurId: string) {
    const refusal = await onLink(indicateurId)
    if (refusal === null) stop()
    else setError(refusal)
  }

  return (
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
  )
}
