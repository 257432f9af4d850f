import { useQuery } from '@apollo/client/react'
import { Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { longDate } from '../../../lib/text/dates.ts'
import { Section } from '../sections/section.tsx'
import classes from './public-fiche.module.css'

const publicNotes = graphql(`
  query PublicFicheNotes($uuid: UUID!, $after: String) {
    fiche(uuid: $uuid) {
      id
      notesSuivi(first: 20, after: $after) {
        edges {
          node {
            id
            date
            auteur
            texte
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

/** The notes de suivi of a public fiche, the newest first, as they are published. */
export function PublicNotes({ uuid }: { uuid: string }) {
  const { data, fetchMore } = useQuery(publicNotes, { variables: { uuid }, errorPolicy: 'all' })
  const [loading, setLoading] = useState(false)
  const notes = data?.fiche?.notesSuivi?.edges?.flatMap((edge) => edge?.node ?? []) ?? []
  const after = data?.fiche?.notesSuivi?.pageInfo?.hasNextPage ? data.fiche.notesSuivi.pageInfo.endCursor : null

  async function showOlder() {
    setLoading(true)
    await fetchMore({ variables: { uuid, after } }).catch(() => undefined)
    setLoading(false)
  }

  return (
    <Section id="notes-de-suivi" title="Notes de suivi" empty={data && notes.length === 0 ? 'Aucune note.' : null}>
      <Stack gap="md">
        {notes.map(({ id, date, auteur, texte }) => (
          <article key={id}>
            <Title order={3} size="h4" mb={2}>
              {date && longDate(date)}
            </Title>
            {auteur && (
              <Text size="sm" c="dimmed">
                Par {auteur}
              </Text>
            )}
            <Text className={classes.text}>{texte}</Text>
          </article>
        ))}
      </Stack>
      {after && (
        <Button variant="subtle" size="compact-sm" mt="sm" loading={loading} onClick={() => void showOlder()}>
          Voir les notes plus anciennes
        </Button>
      )}
    </Section>
  )
}
