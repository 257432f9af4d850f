import { Skeleton, Text } from '@mantine/core'
import { lazy, Suspense, type ComponentProps } from 'react'
import { Surface } from '../../../ui/surface.tsx'
import type { Graphiques } from './graphiques.tsx'

/** Pixels: about what the drawings take. */
const HEIGHT = 240

/** Drawings weigh what a plan does not need to be read: they come once they are asked for, or say that they cannot. */
const LazyGraphiques = lazy(() =>
  import('./graphiques.tsx').then((module) => ({ default: module.Graphiques })).catch(() => ({ default: NotLoaded })),
)

/** The drawings of a plan, and what is shown while they are on their way. */
export function GraphiquesOnDemand(props: ComponentProps<typeof Graphiques>) {
  return (
    <Suspense fallback={<Skeleton h={HEIGHT} mb="lg" aria-busy />}>
      <LazyGraphiques {...props} />
    </Suspense>
  )
}

function NotLoaded() {
  return (
    <Surface p="md" mb="lg" role="alert">
      <Text size="sm">Les graphiques n’ont pas pu être chargés. Vérifiez votre connexion, puis rechargez la page.</Text>
    </Surface>
  )
}
