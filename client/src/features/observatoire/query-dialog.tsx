import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBraces, IconExternalLink } from '@tabler/icons-react'
import { print } from 'graphql'
import type { ObservatoireQueryVariables } from '../../gql/graphql.ts'
import { graphiqlAddress } from '../../lib/graphql/graphiql-address.ts'
import { CopiedText } from '../../ui/copied-text.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { observatoireQuery } from './observatoire-query.ts'

const QUERY = print(observatoireQuery)

/** The request that gives exactly what the page shows, to copy or to try. */
export function QueryDialog({ variables }: { variables: ObservatoireQueryVariables }) {
  const [opened, dialog] = useDisclosure(false)
  const written = JSON.stringify(variables, null, 2)

  return (
    <>
      <Button variant="default" onClick={dialog.open} leftSection={<IconBraces size={18} aria-hidden />}>
        Voir la requête GraphQL
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title="La requête de cette page">
        <Stack gap="md">
          <Text size="sm">
            Envoyée à <code>{new URL('/graphql', window.location.href).href}</code>, sans compte ni clé, elle donne les
            plans et les nombres de la page.
          </Text>
          <CopiedText label="Variables" text={written} />
          <CopiedText label="Requête" text={QUERY} />
          <Group justify="flex-end">
            <Button
              component="a"
              href={graphiqlAddress({ query: QUERY, variables: written })}
              target="_blank"
              rel="noreferrer"
              leftSection={<IconExternalLink size={18} aria-hidden />}
            >
              Ouvrir dans GraphiQL
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
