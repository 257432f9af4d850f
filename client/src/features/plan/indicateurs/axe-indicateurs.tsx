import { useMutation, useQuery } from '@apollo/client/react'
import { Skeleton, Text } from '@mantine/core'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { fr } from '../../../lib/text/french.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { LinkedIndicateurs } from '../../../ui/indicateur/linked-indicateurs.tsx'

const axeIndicateursQuery = graphql(`
  query AxeIndicateurs($axeId: ID!) {
    node(id: $axeId) {
      __typename
      ... on Axe {
        id
        plan {
          id
          viewerCanUpdate
          collectivite {
            id
            siren
            viewerCanCreateIndicateur
          }
        }
        indicateurs {
          id
          nom
          ...IndicateurRow
        }
      }
    }
  }
`)

const addMutation = graphql(`
  mutation AddAxeIndicateur($input: AxeIndicateurInput!) {
    addAxeIndicateur(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveAxeIndicateur($input: AxeIndicateurInput!) {
    removeAxeIndicateur(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`)

/** The indicateurs of an axe, in a dialog. */
export function AxeIndicateurs({ axeId, nom, onClose }: { axeId: string; nom: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(axeIndicateursQuery, {
    variables: { axeId },
    fetchPolicy: 'cache-and-network',
  })
  const [add] = useMutation(addMutation)
  const [remove] = useMutation(removeMutation)
  const axe = data?.node?.__typename === 'Axe' ? data.node : null

  async function link(indicateurId: string): Promise<string | null> {
    const { data: answer } = await add({ variables: { input: { axeId, indicateurId } } }).catch(() => ({ data: null }))
    if (answer?.addAxeIndicateur.__typename !== 'AddAxeIndicateurSuccess')
      return answer?.addAxeIndicateur.message ?? UNEXPECTED_ERROR
    await refetch()
    return null
  }

  async function unlink(indicateurId: string): Promise<string | null> {
    const { data: answer } = await remove({ variables: { input: { axeId, indicateurId } } }).catch(() => ({
      data: null,
    }))
    if (answer?.removeAxeIndicateur.__typename !== 'RemoveAxeIndicateurSuccess')
      return answer?.removeAxeIndicateur.message ?? UNEXPECTED_ERROR
    await refetch()
    return null
  }

  return (
    <Dialog opened onClose={onClose} title={fr`Indicateurs de « ${nom} »`}>
      {axe && (
        <LinkedIndicateurs
          indicateurs={axe.indicateurs}
          collectivite={axe.plan.collectivite}
          readOnly={!axe.plan.viewerCanUpdate}
          onLink={link}
          onUnlink={unlink}
        />
      )}
      {!axe && (error ? <Text role="alert">{UNEXPECTED_ERROR}</Text> : <Skeleton h={80} />)}
    </Dialog>
  )
}
