import { Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { readFragment, type FragmentType } from '../../../gql/fragment-masking.ts'
import { Surface } from '../../../ui/surface.tsx'
import { AddPlacement } from './add-placement.tsx'
import { fichePlacements } from './fiche-placements-fragment.ts'
import { FichePlacement } from './fiche-placement.tsx'
import { PlainList } from '../../../ui/plain-list.tsx'
import classes from './fiche-placements.module.css'

/** Where the fiche is in the plans, with the way to place it elsewhere too. */
export function FichePlacements({ fiche }: { fiche: FragmentType<typeof fichePlacements> }) {
  const { id, parent, viewerCanMove, collectivite, placements } = readFragment(fichePlacements, fiche)
  const titleId = useId()
  const places = placements.edges.map(({ node }) => node)

  // A sous-action is where its fiche is.
  if (parent) return null
  return (
    <Surface p="md">
      <section aria-labelledby={titleId}>
        <Title order={2} id={titleId} className={classes.title}>
          Emplacements
        </Title>
        <Stack gap="xs">
          {places.length > 0 ? (
            <PlainList>
              {places.map((place) => (
                <FichePlacement key={place.id} place={place} last={places.length === 1} removable={viewerCanMove} />
              ))}
            </PlainList>
          ) : (
            <Text size="sm" c="dimmed">
              Hors plan : tous les membres de la collectivité peuvent la lire.
            </Text>
          )}
          {viewerCanMove && <AddPlacement ficheId={id} siren={collectivite.siren} />}
        </Stack>
      </section>
    </Surface>
  )
}
