import { useMutation } from '@apollo/client/react'
import { Title } from '@mantine/core'
import { useId } from 'react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { LinkedIndicateurs } from '../../../ui/indicateur/linked-indicateurs.tsx'
import { Surface } from '../../../ui/surface.tsx'
import classes from './fiche-indicateurs.module.css'

export const ficheIndicateurs = graphql(`
  fragment FicheIndicateurs on Fiche {
    id
    viewerCanUpdate
    collectivite {
      id
      siren
      viewerCanCreateIndicateur
    }
    indicateurs {
      id
      nom
      ...IndicateurRow
    }
  }
`)

const addMutation = graphql(`
  mutation AddFicheIndicateur($input: FicheIndicateurInput!) {
    addFicheIndicateur(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on AddFicheIndicateurSuccess {
        fiche {
          id
          ...FicheIndicateurs
        }
      }
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveFicheIndicateur($input: FicheIndicateurInput!) {
    removeFicheIndicateur(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheIndicateurSuccess {
        fiche {
          id
          ...FicheIndicateurs
        }
      }
    }
  }
`)

/** The indicateurs that a fiche acts on, with their last values. */
export function FicheIndicateurs({ fiche }: { fiche: FragmentType<typeof ficheIndicateurs> }) {
  const { id: ficheId, viewerCanUpdate, collectivite, indicateurs } = readFragment(ficheIndicateurs, fiche)
  const [add] = useMutation(addMutation)
  const [remove] = useMutation(removeMutation)
  const titleId = useId()

  async function link(indicateurId: string): Promise<string | null> {
    const { data } = await add({ variables: { input: { ficheId, indicateurId } } }).catch(() => ({ data: null }))
    if (data?.addFicheIndicateur.__typename === 'AddFicheIndicateurSuccess') return null
    return data?.addFicheIndicateur.message ?? UNEXPECTED_ERROR
  }

  async function unlink(indicateurId: string): Promise<string | null> {
    const { data } = await remove({ variables: { input: { ficheId, indicateurId } } }).catch(() => ({ data: null }))
    if (data?.removeFicheIndicateur.__typename === 'RemoveFicheIndicateurSuccess') return null
    return data?.removeFicheIndicateur.message ?? UNEXPECTED_ERROR
  }

  return (
    <Surface p="md">
      <section data-field="indicateurs" aria-labelledby={titleId}>
        <Title order={2} id={titleId} className={classes.title}>
          Indicateurs
        </Title>
        <LinkedIndicateurs
          indicateurs={indicateurs}
          collectivite={collectivite}
          readOnly={!viewerCanUpdate}
          onLink={link}
          onUnlink={unlink}
        />
      </section>
    </Surface>
  )
}
