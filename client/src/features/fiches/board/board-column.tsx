import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Button, Text, Title, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { PlainList } from '../../../ui/plain-list.tsx'
import { FicheCard } from '../fiche-card.tsx'
import type { Par } from '../fiches-search.ts'
import type { BoardCard, BoardColumn } from './board-columns.ts'
import { DRAGGED_CARD } from './use-board-drag.ts'
import classes from './board.module.css'

/** Cards drawn at once in a column. */
const STEP = 40

/** A column of the board: what its fiches have in common, how many they are, and a card for each. */
export function BoardColumnView({
  column,
  cards,
  today,
  par,
  isOver,
  carriedKey,
  isMovable,
}: {
  column: BoardColumn
  cards: readonly BoardCard[]
  today: string
  par: Par
  isOver: boolean
  carriedKey: string | null
  isMovable: (card: BoardCard) => boolean
}) {
  const ref = useRef<HTMLElement>(null)
  const [count, setCount] = useState(STEP)
  const left = cards.length - count

  useEffect(() => {
    const element = ref.current
    if (!element) return
    return dropTargetForElements({ element, getData: () => ({ column: column.value }) })
  }, [column.value])

  return (
    <section
      ref={ref}
      className={classes.column}
      aria-label={column.label}
      data-column={column.value}
      data-over={isOver || undefined}
    >
      <Title order={2} className={classes.title}>
        {column.label}
        <Text span size="sm" c="dimmed">
          {cards.length.toLocaleString('fr-FR')}
          <VisuallyHidden>{cards.length < 2 ? ' fiche' : ' fiches'}</VisuallyHidden>
        </Text>
      </Title>
      <PlainList className={classes.cards}>
        {cards.slice(0, count).map((card) => (
          <Card
            key={card.key}
            card={card}
            today={today}
            par={par}
            isCarried={card.key === carriedKey}
            isMovable={isMovable(card)}
          />
        ))}
      </PlainList>
      {left > 0 && (
        <Button variant="subtle" size="xs" onClick={() => setCount(count + STEP)}>
          {`Afficher la suite (${left.toLocaleString('fr-FR')})`}
        </Button>
      )}
    </section>
  )
}

function Card({
  card,
  today,
  par,
  isCarried,
  isMovable,
}: {
  card: BoardCard
  today: string
  par: Par
  isCarried: boolean
  isMovable: boolean
}) {
  const ref = useRef<HTMLLIElement>(null)
  const [isDragged, setIsDragged] = useState(false)

  useEffect(() => {
    const element = ref.current
    if (!element || !isMovable) return
    return draggable({
      element,
      getInitialData: () => ({ [DRAGGED_CARD]: card }),
      onDragStart: () => setIsDragged(true),
      onDrop: () => setIsDragged(false),
    })
  }, [card, isMovable])

  return (
    <li
      ref={ref}
      className={classes.card}
      data-card={card.key}
      data-moving={isCarried || isDragged || undefined}
      data-movable={isMovable || undefined}
    >
      <FicheCard line={card.line} today={today} without={par} isBrief />
    </li>
  )
}
