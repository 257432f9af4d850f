import { useQuery } from '@apollo/client/react'
import { Text, Title } from '@mantine/core'
import { useId } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { fr } from '../../../lib/text/french.ts'
import { UNTITLED } from '../../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import { PlainList } from '../../../ui/plain-list.tsx'
import { Surface } from '../../../ui/surface.tsx'
import liens from '../liens/fiche-liens.module.css'

const similarQuery = graphql(`
  query FicheDoublons($uuid: UUID!) {
    fiche(uuid: $uuid) {
      id
      similarFiches(first: 5) {
        score
        raisons {
          code
          phrase
        }
        fiche {
          id
          uuid
          titre
        }
      }
    }
  }
`)

/** The fiches that may be this one, written by others, once they are known: the page does not wait for them. Nothing when there is none. */
export function FicheDoublons({ ficheUuid }: { ficheUuid: string }) {
  const titleId = useId()
  const { data } = useQuery(similarQuery, { variables: { uuid: ficheUuid }, fetchPolicy: 'no-cache' })
  const similar = data?.fiche?.similarFiches ?? []

  if (similar.length === 0) return null
  return (
    <Surface p="md">
      <section aria-labelledby={titleId}>
        <Title order={2} id={titleId} className={liens.title}>
          Doublons possibles
        </Title>
        <PlainList className={liens.list}>
          {similar.map(({ fiche: { id, uuid, titre }, raisons }) => {
            const name = titre.trim() || UNTITLED
            return (
              <li key={id}>
                <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }} size="sm">
                  {name}
                </AnchorLink>
                <Text size="xs" c="dimmed">
                  {raisons[0]?.phrase}
                </Text>
                <AnchorLink
                  to="/fiches/$ficheUuid/comparer/$autreUuid"
                  params={{ ficheUuid, autreUuid: uuid }}
                  size="sm"
                  aria-label={fr`Comparer avec « ${name} »`}
                >
                  Comparer
                </AnchorLink>
              </li>
            )
          })}
        </PlainList>
      </section>
    </Surface>
  )
}
