import { useMutation } from '@apollo/client/react'
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import type { FichePlacementsFragment } from '../../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { ArchiveBadge } from '../../../ui/archive-badge.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { showRefusal } from '../../../ui/show-refusal.ts'
import classes from './fiche-placements.module.css'

const removePlacementMutation = graphql(`
  mutation RemovePlacement($input: RemovePlacementInput!) {
    removePlacement(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemovePlacementSuccess {
        fiche {
          id
          ...FichePlacements
          ...FicheBreadcrumbs
        }
      }
    }
  }
`)

type Place = FichePlacementsFragment['placements']['edges'][number]['node']

/** One place of the fiche, with the way to take it out. */
export function FichePlacement({ place, last, removable }: { place: Place; last: boolean; removable: boolean }) {
  const { id, plan, axe } = place
  const [asking, setAsking] = useState(false)
  const [remove, { loading }] = useMutation(removePlacementMutation)

  async function confirm() {
    const { data } = await remove({ variables: { input: { placementId: id } } }).catch(() => ({ data: null }))
    setAsking(false)
    if (data?.removePlacement.__typename !== 'RemovePlacementSuccess')
      showRefusal(data?.removePlacement.message ?? UNEXPECTED_ERROR)
  }

  return (
    <li className={classes.place}>
      <div className={classes.words}>
        <AnchorLink to="/plans/$planUuid" params={{ planUuid: plan.uuid }} size="sm">
          {plan.nom}
        </AnchorLink>
        {plan.archivedAt && <ArchiveBadge />}
        <Text size="sm" c="dimmed">
          {axe?.nom ?? 'À la racine du plan'}
        </Text>
      </div>
      {removable && plan.viewerCanUpdate && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Retirer de ${plan.nom}, ${axe?.nom ?? 'à la racine'}`}
          onClick={() => setAsking(true)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
      <Dialog opened={asking} onClose={() => setAsking(false)} title="Retirer cet emplacement">
        <Stack gap="md">
          <Text>
            {last
              ? 'C’est le dernier : la fiche sera hors plan, et tous les membres de la collectivité pourront la lire, sauf si elle est restreinte.'
              : 'La fiche reste à ses autres emplacements.'}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              Annuler
            </Button>
            <Button loading={loading} onClick={() => void confirm()}>
              Retirer
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </li>
  )
}
