import { Stack, Text, Title } from '@mantine/core'
import type { ApiKeyRowFragment } from '../../gql/graphql.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import { Surface } from '../../ui/surface.tsx'
import { KeyRow } from './key-row.tsx'

/** The keys that were ended, by which one finds what a program that is refused shows. */
export function RevokedKeys({ apiKeys }: { apiKeys: readonly ApiKeyRowFragment[] }) {
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>Clés révoquées</Title>
      <Text size="sm" c="dimmed">
        Les dernières. Elles n’ouvrent plus rien ; le journal les nomme encore.
      </Text>
      <Surface>
        <PlainList aria-label="Clés révoquées">
          {apiKeys.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} />
          ))}
        </PlainList>
      </Surface>
    </Stack>
  )
}
