import { Title } from '@mantine/core'
import { useId } from 'react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { IndicateurRow } from '../../../ui/indicateur/indicateur-row.tsx'
import { PlainList } from '../../../ui/plain-list.tsx'
import { Surface } from '../../../ui/surface.tsx'

const publicIndicateurs = graphql(`
  fragment PublicIndicateurs on Fiche {
    indicateurs {
      id
      ...IndicateurRow
    }
  }
`)

/** The indicateurs that a public fiche acts on, with their last values; nothing where there are none. */
export function PublicIndicateurs({ fiche }: { fiche: FragmentType<typeof publicIndicateurs> }) {
  const { indicateurs } = readFragment(publicIndicateurs, fiche)
  const titleId = useId()

  if (indicateurs.length === 0) return null
  return (
    <Surface p="md">
      <section aria-labelledby={titleId}>
        <Title order={2} size="h4" id={titleId} mb="xs">
          Indicateurs
        </Title>
        <PlainList>
          {indicateurs.map((indicateur) => (
            <IndicateurRow key={indicateur.id} indicateur={indicateur} narrow linked={false} />
          ))}
        </PlainList>
      </section>
    </Surface>
  )
}
