import { Skeleton, Text, Title } from '@mantine/core'
import { lazy, Suspense, useId } from 'react'
import type { Periodicite } from '../../../gql/graphql.ts'
import { type Point, serieInWords } from '../../../lib/indicateur/serie.ts'
import { Surface } from '../../../ui/surface.tsx'
import classes from './courbe.module.css'

/** Pixels. */
const HEIGHT = 280

/** Charts weigh more than the rest of the page: they come after it. */
const CourbeChart = lazy(() => import('./courbe-chart.tsx').then(({ CourbeChart: Chart }) => ({ default: Chart })))

/** Objectifs and réalisés over time, said in words beside the drawing; the values themselves are in the table of the page. */
export function Courbe({
  points,
  unite,
  periodicite,
}: {
  points: readonly Point[]
  unite: string
  periodicite: Periodicite
}) {
  const titleId = useId()
  const words = serieInWords(points, { unite, periodicite })

  return (
    <Surface p="md">
      <section aria-labelledby={titleId}>
        <Title order={2} id={titleId} mb="xs">
          Courbe
        </Title>
        {words === '' ? (
          <Text c="dimmed">La courbe se dessine dès la première valeur.</Text>
        ) : (
          <figure className={classes.figure}>
            <figcaption className={classes.words}>{words}</figcaption>
            <div aria-hidden>
              <Suspense fallback={<Skeleton h={HEIGHT} />}>
                <CourbeChart points={points} unite={unite} periodicite={periodicite} height={HEIGHT} />
              </Suspense>
            </div>
          </figure>
        )}
      </section>
    </Surface>
  )
}
