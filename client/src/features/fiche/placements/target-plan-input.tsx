import { useQuery } from '@apollo/client/react'
import { Select } from '@mantine/core'
import { graphql } from '../../../gql/gql.ts'
import { useDialogDropdownProps } from '../../../ui/dialog-layer.ts'
import { keepEnter } from '../../../ui/fields/keep-enter.ts'
import { ReadFailed } from '../../../ui/fields/read-failed.tsx'
import { useSearch } from '../../../ui/fields/use-search.ts'

const targetPlansQuery = graphql(`
  query TargetPlans($siren: String!, $recherche: String) {
    collectivite(siren: $siren) {
      id
      plans(first: 50, recherche: $recherche, viewerCanUpdate: true) {
        edges {
          node {
            id
            uuid
            nom
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)

const MORE = 'La liste ne montre que les 50 premiers : des mots du nom trouvent les autres.'

export interface TargetPlan {
  id: string
  uuid: string
  nom: string
}

/** Finds a plan by its name, among those that one may change. */
export function TargetPlanInput({
  siren,
  chosen,
  onChoose,
}: {
  siren: string
  chosen: TargetPlan | null
  onChoose: (plan: TargetPlan | null) => void
}) {
  const dropdown = useDialogDropdownProps()
  const { recherche, onSearch } = useSearch()
  // Once one is chosen, the text is its name: the list is then the whole again.
  const { data, previousData, loading, error, refetch } = useQuery(targetPlansQuery, {
    variables: { siren, recherche: recherche === chosen?.nom ? null : recherche },
    fetchPolicy: 'no-cache',
  })
  const page = (data ?? previousData)?.collectivite?.plans
  const found = page?.edges.map(({ node }) => node) ?? []

  return (
    <>
      {error && <ReadFailed onRetry={() => void refetch()} />}
      <Select
        {...dropdown}
        label="Plan"
        description={page?.pageInfo.hasNextPage ? MORE : undefined}
        placeholder="Des mots de son nom"
        data={found.map(({ id, nom }) => ({ value: id, label: nom }))}
        value={chosen?.id ?? null}
        onChange={(planId) => onChoose(found.find(({ id }) => id === planId) ?? null)}
        allowDeselect={false}
        searchable
        onKeyDown={keepEnter}
        // The server has searched, accents apart.
        filter={({ options }) => options}
        onSearchChange={onSearch}
        nothingFoundMessage={loading ? 'Recherche…' : 'Aucun plan que vous pouvez modifier ne porte ce nom.'}
        data-autofocus
      />
    </>
  )
}
