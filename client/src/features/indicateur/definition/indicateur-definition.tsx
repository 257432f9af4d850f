import { useMutation } from '@apollo/client/react'
import { NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { isPeriodicite, PERIODICITES, periodiciteLabel } from '../../../lib/indicateur/periodicite.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'
import { Surface } from '../../../ui/surface.tsx'
import { DefinitionField } from './definition-field.tsx'

const indicateurDefinition = graphql(`
  fragment IndicateurDefinition on Indicateur {
    id
    nom
    unite
    description
    periodicite
    viewerCanUpdate
  }
`)

const updateIndicateurMutation = graphql(`
  mutation UpdateIndicateur($input: UpdateIndicateurInput!) {
    updateIndicateur(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on ValidationError {
        issues {
          message
        }
      }
      ... on UpdateIndicateurSuccess {
        indicateur {
          id
          ...IndicateurDefinition
        }
      }
    }
  }
`)

/** What an indicateur measures, written in place: each field is kept when one leaves it. */
export function IndicateurDefinition({ indicateur }: { indicateur: FragmentType<typeof indicateurDefinition> }) {
  const { id, nom, unite, description, periodicite, viewerCanUpdate } = readFragment(indicateurDefinition, indicateur)
  const [update] = useMutation(updateIndicateurMutation)
  const titleId = useId()

  /** Whether the server kept it; what it refuses is said, and the field shows again what it was. */
  async function change(fields: {
    nom?: string
    unite?: string
    description?: string
    periodicite?: typeof periodicite
  }) {
    const input = { indicateurId: id, ...fields }
    const { data } = await update({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.updateIndicateur.__typename === 'UpdateIndicateurSuccess') return
    showRefusal(data?.updateIndicateur.message ?? UNEXPECTED_ERROR)
  }

  const readOnly = !viewerCanUpdate
  return (
    <Surface p="md">
      <section aria-labelledby={titleId}>
        <Title order={2} id={titleId} mb="sm">
          Définition
        </Title>
        <Stack gap="sm">
          {!readOnly && <DefinitionField label="Nom" value={nom} onKeep={(text) => change({ nom: text })} />}
          <DefinitionField
            label="Unité"
            value={unite}
            placeholder="GWh, tCO₂e, %…"
            readOnly={readOnly}
            onKeep={(text) => change({ unite: text })}
          />
          {readOnly ? (
            <div>
              <Text size="sm" fw={500}>
                Saisie
              </Text>
              <Text>{periodiciteLabel(periodicite)}</Text>
            </div>
          ) : (
            <NativeSelect
              label="Saisie"
              data={PERIODICITES}
              value={periodicite}
              onChange={({ currentTarget: { value } }) => {
                if (isPeriodicite(value)) void change({ periodicite: value })
              }}
            />
          )}
          <DefinitionField
            label="Ce qui est mesuré, et la source"
            value={description}
            multiline
            readOnly={readOnly}
            onKeep={(text) => change({ description: text })}
          />
        </Stack>
      </section>
    </Surface>
  )
}
