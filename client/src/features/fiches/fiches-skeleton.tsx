import { Skeleton, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import boardClasses from './board/board.module.css'
import cardsClasses from './cards/fiches-cards.module.css'
import type { Vue } from './fiches-search.ts'

/** Fiches on their way, in the shape of the view that they come in. */
export function FichesSkeleton({ view }: { view: Vue }) {
  return (
    <div aria-busy>
      <Shape view={view} />
    </div>
  )
}

function Shape({ view }: { view: Vue }) {
  switch (view) {
    case 'cartes':
      return (
        <div className={cardsClasses.cards}>
          {times(12, (key) => (
            <Skeleton key={key} h={132} />
          ))}
        </div>
      )
    case 'colonnes':
      return (
        <div className={boardClasses.board}>
          {times(5, (key) => (
            <Skeleton key={key} h={420} className={boardClasses.column} />
          ))}
        </div>
      )
    default:
      return (
        <Stack gap="xs">
          {times(10, (key) => (
            <Skeleton key={key} h={36} />
          ))}
        </Stack>
      )
  }
}

function times(count: number, draw: (key: number) => ReactNode): ReactNode[] {
  return Array.from({ length: count }, (_, key) => draw(key))
}
