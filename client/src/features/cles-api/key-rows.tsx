import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ApiKeyRowFragment } from '../../gql/graphql.ts'
import { fr } from '../../lib/text/french.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import { Surface } from '../../ui/surface.tsx'
import { DrawDialog } from './draw-dialog.tsx'
import { keySecretWords } from './key-secret.tsx'
import { KeyRow } from './key-row.tsx'
import { RenewForm } from './renew-form.tsx'
import { RevokeForm } from './revoke-form.tsx'
import { useDraw } from './use-draw.ts'

type Open = { apiKey: ApiKeyRowFragment; act: 'renew' | 'revoke' }

/** The keys that are not revoked, each with the way to renew and to revoke it. */
export function KeyRows({ apiKeys, onAnswered }: { apiKeys: readonly ApiKeyRowFragment[]; onAnswered: () => void }) {
  const [open, setOpen] = useState<Open | null>(null)
  const { renew } = useDraw(onAnswered)
  const close = () => setOpen(null)
  // As it is now, and as it was once it is gone: a secret that is shown stays.
  const concerned = open && (apiKeys.find(({ id }) => id === open.apiKey.id) ?? open.apiKey)

  return (
    <>
      <Surface>
        <PlainList aria-label="Clés d’API">
          {apiKeys.map((apiKey) => (
            <KeyRow
              key={apiKey.id}
              apiKey={apiKey}
              actions={
                <>
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`Renouveler ${apiKey.nom}`}
                    onClick={() => setOpen({ apiKey, act: 'renew' })}
                  >
                    Renouveler
                  </Button>
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    aria-label={`Révoquer ${apiKey.nom}`}
                    onClick={() => setOpen({ apiKey, act: 'revoke' })}
                  >
                    Révoquer
                  </Button>
                </>
              }
            />
          ))}
        </PlainList>
      </Surface>
      <DrawDialog
        opened={open?.act === 'renew'}
        onClose={close}
        title={fr`Renouveler « ${concerned?.nom ?? ''} »`}
        wordsOf={keySecretWords}
      >
        {(hand) =>
          concerned && (
            <RenewForm apiKey={concerned} onRenew={async (input) => hand(await renew(input))} onCancel={close} />
          )
        }
      </DrawDialog>
      <Dialog opened={open?.act === 'revoke'} onClose={close} title={fr`Révoquer la clé « ${concerned?.nom ?? ''} » ?`}>
        {concerned && <RevokeForm apiKey={concerned} onDone={close} />}
      </Dialog>
    </>
  )
}
