import { Stack, Text, Title } from '@mantine/core'
import { useDevice } from '../../lib/device/device-context.ts'
import { useLeftWords } from '../../lib/device/use-left-words.ts'
import { fr } from '../../lib/text/french.ts'
import { AsideWords } from './aside-words.tsx'
import { DocumentLink } from './document-link.tsx'
import { PendingWords } from './pending-words.tsx'

/** All that a user wrote which is on this device alone. */
export function LeftWordsLists({ userId }: { userId: string }) {
  const left = useLeftWords(userId)
  const device = useDevice()

  if (!left) return null
  const { pending, aside } = left
  if (pending.length + aside.length === 0)
    return <Text>Rien n’attend sur cet appareil : tout ce que vous y avez écrit est enregistré sur le serveur.</Text>
  return (
    <Stack gap="xl">
      {pending.length > 0 && (
        <section aria-labelledby="en-attente">
          <Title order={2} id="en-attente" mb="xs">
            En attente d’envoi
          </Title>
          <Text size="sm" c="dimmed" mb="md">
            {fr`Ces modifications sont gardées sur cet appareil. Elles partent seules dès que le serveur répond : rien à faire.`}
          </Text>
          <Stack gap="md">
            {pending.map((copy) => (
              <PendingWords key={copy.copyId} userId={userId} copy={copy} />
            ))}
          </Stack>
        </section>
      )}
      {aside.length > 0 && (
        <section aria-labelledby="mis-de-cote">
          <Title order={2} id="mis-de-cote" mb="xs">
            Mis de côté
          </Title>
          <Text size="sm" c="dimmed" mb="md">
            Le serveur n’a pas pu prendre ces mots. Ils restent sur cet appareil jusqu’à ce que vous en décidiez.
          </Text>
          {aside.map((words) => (
            <AsideWords
              key={words.at}
              words={words}
              order={3}
              about={<DocumentLink {...words} />}
              onDrop={() => void device.dropAside(userId, words)}
            />
          ))}
        </section>
      )}
    </Stack>
  )
}
