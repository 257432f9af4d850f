import { useMutation } from '@apollo/client/react'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import type { CompteQuery } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { dayAndTime } from '../../lib/text/dates.ts'
import { deviceName } from './device-name.ts'
import { Outcome } from './name-section.tsx'
import { Section } from './section.tsx'

const endSessionMutation = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

const endOtherSessionsMutation = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

type Session = NonNullable<CompteQuery['viewer']>['sessions'][number]

/** Where one is signed in, and the way to close what should not be. */
export function SessionsSection({ sessions }: { sessions: readonly Session[] }) {
  const options = { refetchQueries: ['Compte'], awaitRefetchQueries: true }
  const [endOne] = useMutation(endSessionMutation, options)
  const [endOthers, { loading }] = useMutation(endOtherSessionsMutation, options)
  const [error, setError] = useState<string | null>(null)

  const run = (act: () => Promise<unknown>) => {
    setError(null)
    act().catch(() => setError(UNEXPECTED_ERROR))
  }

  return (
    <Section title="Sessions ouvertes">
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {sessions.map((session) => (
          <Group component="li" key={session.uuid} justify="space-between" gap="xs">
            <div>
              <Text fw={500}>
                {deviceName(session.navigateur)}
                {session.estCelleCi && ' (celle-ci)'}
              </Text>
              <Text size="sm" c="dimmed">
                Utilisée le {dayAndTime(session.lastUsedAt)}, ouverte le {dayAndTime(session.createdAt)}
              </Text>
            </div>
            {!session.estCelleCi && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Fermer la session ${deviceName(session.navigateur)} ouverte le ${dayAndTime(session.createdAt)}`}
                onClick={() => run(() => endOne({ variables: { input: { sessionUuid: session.uuid } } }))}
              >
                Fermer
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {sessions.length > 1 && (
        <Group>
          <Button variant="default" loading={loading} onClick={() => run(() => endOthers())}>
            Se déconnecter partout ailleurs
          </Button>
        </Group>
      )}
      <Outcome outcome={error === null ? null : { ok: false, text: error }} />
    </Section>
  )
}
