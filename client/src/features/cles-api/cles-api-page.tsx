import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { Button, Stack } from '@mantine/core'
import { useDisclosure, useWindowEvent } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { SettingsNavigation } from '../../app/settings/settings-navigation.tsx'
import { readFragment } from '../../gql/fragment-masking.ts'
import { counted, fr } from '../../lib/text/french.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { apiKeyRow, apiKeysQuery } from './cles-api-query.ts'
import { DrawDialog } from './draw-dialog.tsx'
import { keySecretWords } from './key-secret.tsx'
import { KeyRows } from './key-rows.tsx'
import { NewKeyForm } from './new-key-form.tsx'
import { RevokedKeys } from './revoked-keys.tsx'
import { useDraw } from './use-draw.ts'
import { webhookRow } from './webhooks/webhook-query.ts'
import { WebhooksSection } from './webhooks/webhooks-section.tsx'

const route = getRouteApi('/app/collectivites/$siren/cles-api')

/** The keys by which programs ask and write in the name of a collectivité; its admins create, renew and revoke them here. */
export function ClesApiPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { siren } = route.useParams()
  const apollo = useApolloClient()
  const [creating, { open, close }] = useDisclosure(false)
  const { collectivite } = data

  // By a query of its own: were it to fail, the page and the secret that it may show would stay.
  const readAgain = () =>
    void apollo.query({ query: apiKeysQuery, variables: { siren }, fetchPolicy: 'network-only' }).catch(() => undefined)
  const { create } = useDraw(readAgain)

  useRememberCollectivite(collectivite?.siren)
  // Who comes back from trying a key sees that it served.
  useWindowEvent('focus', readAgain)

  if (!collectivite?.viewerCanManageApiKeys) return <NotFoundPage />
  const apiKeys = collectivite.apiKeys.map((apiKey) => readFragment(apiKeyRow, apiKey))
  const revoked = collectivite.revokedApiKeys.map((apiKey) => readFragment(apiKeyRow, apiKey))
  const webhooks = collectivite.webhooks.map((webhook) => readFragment(webhookRow, webhook))
  const { id: collectiviteId, nom } = collectivite
  const newKey = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      Nouvelle clé
    </Button>
  )

  return (
    <Page title={`Clés d’API de ${nom}`}>
      <PageHeader
        title="Clés d’API"
        details={apiKeys.length > 0 ? `${nom} · ${counted(apiKeys.length, 'clé', 'clés')}` : nom}
        actions={apiKeys.length > 0 && newKey}
      />
      <SettingsNavigation siren={siren} />
      <Stack gap="xl">
        {apiKeys.length > 0 ? (
          <KeyRows apiKeys={apiKeys} onAnswered={readAgain} />
        ) : (
          <EmptyState title="Aucune clé d’API" action={newKey}>
            {fr`Une clé laisse un programme lire les plans de la collectivité, ou y écrire, sans compte ni mot de passe : l’observatoire du territoire, un tableau de bord, un site. Donnez-en une à chacun : vous verrez quand elle sert, et la retirerez sans gêner les autres. Aucune n’ouvre les membres, le journal ni les réglages.`}
          </EmptyState>
        )}
        {apiKeys.length > 0 && <WebhooksSection apiKeys={apiKeys} webhooks={webhooks} onAnswered={readAgain} />}
        {revoked.length > 0 && <RevokedKeys apiKeys={revoked} />}
      </Stack>
      <DrawDialog opened={creating} onClose={close} title="Nouvelle clé" wordsOf={keySecretWords}>
        {(hand) => (
          <NewKeyForm
            collectiviteId={collectiviteId}
            onCreate={async (input) => hand(await create(input))}
            onCancel={close}
          />
        )}
      </DrawDialog>
    </Page>
  )
}
