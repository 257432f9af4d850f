import { Button, Group, Text, Title } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { LeftWordsLists } from '../../ui/left-words/left-words-lists.tsx'
import { Page } from '../../ui/page.tsx'
import { useServerBack } from './use-server-back.ts'

/**
 * A page that the server did not give, and what this device has meanwhile.
 *
 * @param userId whose words are shown; null when it is not known who is there
 */
export function OfflinePage({ userId }: { userId: string | null }) {
  const router = useRouter()
  const retry = () => void router.invalidate()
  useServerBack(retry)

  return (
    <Page title="Le serveur ne répond pas">
      <Title order={1} mb="xs">
        Le serveur ne répond pas
      </Title>
      <Text mb="md">
        Vérifiez votre connexion : cette page s’ouvrira dès que le serveur répondra. Ce qui est enregistré n’est pas
        perdu.
      </Text>
      <Group mb="xl">
        <Button onClick={retry}>Réessayer maintenant</Button>
      </Group>
      {userId !== null && <LeftWordsLists userId={userId} />}
    </Page>
  )
}
