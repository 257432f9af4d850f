import { useQuery } from '@apollo/client/react'
import { Button, Group, Select, Skeleton, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { startSeeingAs } from '../../../lib/seeing-as.ts'
import { fr } from '../../../lib/text/french.ts'
import { roleLabel } from '../../../lib/vocabulary/roles.ts'
import { useDialogDropdownProps } from '../../../ui/dialog-layer.ts'
import { keepEnter } from '../../../ui/fields/keep-enter.ts'
import { ReadFailed } from '../../../ui/fields/read-failed.tsx'

const seenMembresQuery = graphql(`
  query SeenMembres($uuid: UUID!) {
    plan(uuid: $uuid) {
      id
      collectivite {
        id
        membres(first: 100) {
          edges {
            node {
              id
              uuid
              nom
              estVous
              role
              services {
                id
                nom
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`)

/** Tries what was chosen: shows the plan as a member of its collectivité sees it, the first hundred of them by name. */
export function SeePlanAs({ uuid }: { uuid: string }) {
  const { data, error, refetch } = useQuery(seenMembresQuery, {
    variables: { uuid },
    fetchPolicy: 'cache-and-network',
  })
  const dropdown = useDialogDropdownProps()
  const [chosen, setChosen] = useState<string | null>(null)

  if (error && !data) return <ReadFailed onRetry={() => void refetch()} />
  if (!data?.plan) return <Skeleton height="8rem" />
  const membres = data.plan.collectivite.membres.edges
    .map(({ node }) => node)
    .filter(({ estVous }) => !estVous)
    .toSorted((one, other) => one.nom.localeCompare(other.nom, 'fr'))

  function submit(event: FormEvent) {
    event.preventDefault()
    const membre = membres.find((one) => one.uuid === chosen)
    if (membre) startSeeingAs({ membreId: membre.uuid, nom: membre.nom }, `/plans/${uuid}`)
  }

  return (
    <form onSubmit={submit} aria-label="Essayer">
      <Stack gap="sm">
        <Select
          {...dropdown}
          label="En tant que"
          description={fr`Le plan s’ouvre dans cet onglet comme cette personne le voit. Rien ne peut y être modifié, et un bouton vous ramène ici.`}
          placeholder="Nom d’un membre"
          searchable
          value={chosen}
          onChange={setChosen}
          data={membres.map(({ uuid: value, nom, role, services }) => ({
            value,
            label: [nom, roleLabel(role).toLocaleLowerCase('fr'), ...services.map((service) => service.nom)].join(
              ' · ',
            ),
          }))}
          nothingFoundMessage="Aucun membre de ce nom."
          onKeyDown={keepEnter}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={chosen === null}>
            Voir le plan
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
