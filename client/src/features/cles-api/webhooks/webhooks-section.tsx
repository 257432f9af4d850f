import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ApiKeyRowFragment, WebhookRowFragment } from '../../../gql/graphql.ts'
import { fr } from '../../../lib/text/french.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { PlainList } from '../../../ui/plain-list.tsx'
import { Surface } from '../../../ui/surface.tsx'
import { DrawDialog } from '../draw-dialog.tsx'
import { keyState } from '../key-state.ts'
import { DeleteWebhookForm } from './delete-webhook-form.tsx'
import { DeliveriesPanel } from './deliveries-panel.tsx'
import { EditWebhookForm } from './edit-webhook-form.tsx'
import { NewWebhookForm } from './new-webhook-form.tsx'
import { RenewSecretForm } from './renew-secret-form.tsx'
import { useDrawWebhook } from './use-draw-webhook.ts'
import { type WebhookAct, WebhookRow } from './webhook-row.tsx'
import { webhookSecretWords } from './webhook-secret.tsx'
import { addressText } from './webhook-state.ts'

type Open = { webhook: WebhookRowFragment; act: WebhookAct }

/** The addresses that are told when what a key reads has changed: create, try, renew, read what was sent, delete. */
export function WebhooksSection({
  apiKeys,
  webhooks,
  onAnswered,
}: {
  apiKeys: readonly ApiKeyRowFragment[]
  webhooks: readonly WebhookRowFragment[]
  /** When the webhooks may have changed. */
  onAnswered: () => void
}) {
  const [creating, { open: startCreating, close: stopCreating }] = useDisclosure(false)
  const [open, setOpen] = useState<Open | null>(null)
  const { create, renew } = useDrawWebhook(onAnswered)
  const close = () => setOpen(null)
  // As it is now, and as it was once it is gone: a secret that is shown stays.
  const concerned = open && (webhooks.find(({ id }) => id === open.webhook.id) ?? open.webhook)
  const address = concerned ? addressText(concerned.url) : ''
  const holding = apiKeys.filter((apiKey) => keyState(apiKey) !== 'EXPIREE')

  return (
    <Stack component="section" gap="xs" aria-labelledby="webhooks">
      <Group justify="space-between">
        <Title order={2} id="webhooks">
          Webhooks
        </Title>
        {holding.length > 0 && (
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={startCreating}>
            Nouveau webhook
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" maw="46rem">
        {fr`Pupitre prévient un programme, une fois par minute au plus, quand ce que sa clé lit a changé. Il ne lui envoie rien de ce qui a changé : le programme le demande, avec sa clé.`}
      </Text>
      {webhooks.length > 0 ? (
        <Surface>
          <PlainList aria-label="Webhooks">
            {webhooks.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} onAct={(act) => setOpen({ webhook, act })} />
            ))}
          </PlainList>
        </Surface>
      ) : (
        <Text size="sm">Aucun webhook.</Text>
      )}
      <DrawDialog opened={creating} onClose={stopCreating} title="Nouveau webhook" wordsOf={webhookSecretWords}>
        {(hand) => (
          <NewWebhookForm
            apiKeys={holding}
            onCreate={async (input) => hand(await create(input))}
            onCancel={stopCreating}
          />
        )}
      </DrawDialog>
      <DrawDialog
        opened={open?.act === 'renew'}
        onClose={close}
        title="Renouveler le secret"
        wordsOf={webhookSecretWords}
      >
        {(hand) =>
          concerned && (
            <RenewSecretForm webhook={concerned} onRenew={async (input) => hand(await renew(input))} onCancel={close} />
          )
        }
      </DrawDialog>
      <Dialog opened={open?.act === 'edit'} onClose={close} title="Modifier le webhook">
        {concerned && <EditWebhookForm webhook={concerned} onDone={close} />}
      </Dialog>
      <Dialog opened={open?.act === 'delete'} onClose={close} title={fr`Supprimer le webhook vers ${address} ?`}>
        {concerned && <DeleteWebhookForm webhook={concerned} onDone={close} />}
      </Dialog>
      <Dialog
        opened={open?.act === 'deliveries'}
        onClose={close}
        // The row tells of the last one too.
        onClosed={onAnswered}
        title={fr`Envois vers ${address}`}
      >
        {concerned && <DeliveriesPanel webhook={concerned} />}
      </Dialog>
    </Stack>
  )
}
