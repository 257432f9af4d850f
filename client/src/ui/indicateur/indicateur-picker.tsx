import { useQuery } from '@apollo/client/react'
import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import { fr } from '../../lib/text/french.ts'

/** Long enough that a word typed at an ordinary pace is one question. */
const DEBOUNCE_MS = 200

const searchQuery = graphql(`
  query SearchIndicateurs($siren: String!, $nom: String!) {
    collectivite(siren: $siren) {
      id
      indicateurs(first: 30, where: { nom: { contains: $nom } }) {
        edges {
          node {
            id
            nom
            unite
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

/** The option that creates what is not found: no id of the API. */
const CREATE = 'create'

/** Finds an indicateur of a collectivité by its name, or offers to create it. */
export function IndicateurPicker({
  siren,
  exceptIds,
  onPick,
  onCreate,
}: {
  siren: string
  /** Indicateurs that it makes no sense to pick. */
  exceptIds: readonly string[]
  onPick: (indicateurId: string) => void
  /** null for those who may not create one. */
  onCreate: ((nom: string) => void) | null
}) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [recherche, setRecherche] = useState('')
  const [nom] = useDebouncedValue(recherche.trim(), DEBOUNCE_MS)
  const { data, previousData, loading, error } = useQuery(searchQuery, {
    variables: { siren, nom },
    fetchPolicy: 'cache-and-network',
  })
  const found = (data ?? previousData)?.collectivite?.indicateurs.edges.map(({ node }) => node) ?? []
  const offered = found.filter(({ id }) => !exceptIds.includes(id))

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => (value === CREATE ? onCreate?.(recherche.trim()) : onPick(value))}
    >
      <Combobox.EventsTarget>
        <TextInput
          label="Indicateur"
          placeholder="Des lettres de son nom"
          value={recherche}
          onChange={({ currentTarget }) => {
            setRecherche(currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
          data-autofocus
        />
      </Combobox.EventsTarget>
      <Combobox.Options mt="xs" mah="16rem" style={{ overflowY: 'auto' }} aria-label="Indicateurs trouvés">
        {offered.map(({ id, nom: name, unite }) => (
          <Combobox.Option key={id} value={id}>
            {unite ? `${name} (${unite})` : name}
          </Combobox.Option>
        ))}
        {onCreate && (
          <Combobox.Option value={CREATE}>
            {recherche.trim() ? fr`Créer « ${recherche.trim()} »…` : 'Créer un indicateur…'}
          </Combobox.Option>
        )}
        {offered.length === 0 && !onCreate && (
          <Combobox.Empty>{emptyText({ loading, failed: error !== undefined })}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  )
}

function emptyText({ loading, failed }: { loading: boolean; failed: boolean }): string {
  if (loading) return 'Recherche…'
  return failed ? 'La recherche n’a pas abouti. Modifiez les mots pour réessayer.' : 'Aucun indicateur à lier.'
}
