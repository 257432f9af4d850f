import { useQuery } from '@apollo/client/react'
import { Autocomplete } from '@mantine/core'
import { graphql } from '../gql/gql.ts'
import { useDialogDropdownProps } from './dialog-layer.ts'
import { keepEnter } from './fields/keep-enter.ts'

const typesAutresQuery = graphql(`
  query TypesAutres($siren: String!) {
    collectivite(siren: $siren) {
      id
      typesAutres
    }
  }
`)

/** Names a type of plan of the collectivité's own: one that it used already, or another. */
export function TypeAutreField({ siren, defaultValue = '' }: { siren: string; defaultValue?: string }) {
  const dropdown = useDialogDropdownProps()
  const { data } = useQuery(typesAutresQuery, { variables: { siren }, fetchPolicy: 'cache-and-network' })

  return (
    <Autocomplete
      {...dropdown}
      label="Nom de ce type"
      description="Choisissez un nom déjà donné dans la collectivité, ou écrivez-en un."
      name="typeAutre"
      data={data?.collectivite?.typesAutres ?? []}
      defaultValue={defaultValue}
      onKeyDown={keepEnter}
      required
      withAsterisk={false}
    />
  )
}
