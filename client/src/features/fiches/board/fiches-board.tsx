import { Group, NativeSelect, Text, VisuallyHidden } from '@mantine/core'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { UNTITLED } from '../../../lib/vocabulary/fiche-labels.ts'
import { PARS, type FichesSearch } from '../fiches-search.ts'
import type { FicheLine } from '../use-fiches.ts'
import { type BoardCard, type BoardColumn, boardOf, canGo, PAR_LABELS } from './board-columns.ts'
import { BoardColumnView } from './board-column.tsx'
import { useBoardDrag } from './use-board-drag.ts'
import { useBoardMoves } from './use-board-moves.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import classes from './board.module.css'

interface Carried {
  card: BoardCard
  /** Where it would be put. */
  to: BoardColumn
}

/** Fiches in columns by statut, priorité, service or axe: a card goes from one to another by the mouse or the keyboard. */
export function FichesBoard({
  lines,
  today,
  search,
  onSearch,
}: {
  lines: readonly FicheLine[]
  today: string
  search: FichesSearch
  onSearch: (search: FichesSearch) => void
}) {
  const par = search.par ?? 'statut'
  const { shown, move } = useBoardMoves(lines)
  const { columns, cards } = useMemo(() => boardOf(shown, par), [shown, par])
  const [carried, setCarried] = useState<Carried | null>(null)
  const [said, setSaid] = useState('')
  const board = useRef<HTMLDivElement>(null)
  const keepFocus = useKeptFocus(board)
  const [over, setOver] = useState<string | null>(null)

  async function put(card: BoardCard, to: BoardColumn) {
    keepFocus(`${to.value} ${card.line.id}`)
    setSaid(fr`« ${nameOf(card)} » est dans ${to.label}.`)
    if (await move({ card, to, par })) return
    keepFocus(card.key)
    setSaid(fr`Refusé : « ${nameOf(card)} » revient à sa place.`)
  }
  useBoardDrag({ columns, par, onOver: setOver, onPut: (card, to) => void put(card, to) })

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target, key } = event
    if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return
    const card = cardAt(target, cards)
    if (!card) return
    if (carried === null) {
      if (key === ' ') take(card)
      else if (!focusBeside(target, key)) return
    } else if (key === 'ArrowLeft' || key === 'ArrowRight') step(carried, key === 'ArrowRight' ? 1 : -1)
    else if (key === ' ' || key === 'Enter') drop(carried)
    else if (key === 'Escape' || key === 'Tab') giveUp(carried)
    else return
    event.preventDefault()
  }

  function take(card: BoardCard) {
    const from = columns.find(({ value }) => value === card.column)
    if (!from || !columns.some((column) => canGo(card, column, par)))
      return setSaid(fr`« ${nameOf(card)} » ne peut pas être déplacée ici.`)
    setCarried({ card, to: from })
    setSaid(
      fr`« ${nameOf(card)} » est saisie. Flèches gauche et droite pour choisir, Espace pour déposer, Échap pour annuler.`,
    )
  }

  function step({ card, to }: Carried, by: 1 | -1) {
    const possible = columns.filter((column) => column.value === card.column || canGo(card, column, par))
    const next = possible[possible.findIndex(({ value }) => value === to.value) + by]
    if (!next) return
    setCarried({ card, to: next })
    setSaid(next.label)
    board.current
      ?.querySelector(`[data-column="${CSS.escape(next.value)}"]`)
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }

  function drop({ card, to }: Carried) {
    setCarried(null)
    if (to.value === card.column) setSaid(fr`« ${nameOf(card)} » reste à sa place.`)
    else void put(card, to)
  }

  function giveUp({ card }: Carried) {
    setCarried(null)
    setSaid(fr`Déplacement annulé : « ${nameOf(card)} » reste à sa place.`)
  }

  return (
    <section aria-label="Fiches en colonnes" aria-describedby="aide-colonnes">
      <Group gap="sm" mb="xs" justify="space-between">
        <NativeSelect
          size="xs"
          label="Colonnes par"
          labelProps={{ style: { marginRight: '0.5rem' } }}
          className={classes.par}
          value={par}
          onChange={({ currentTarget: { value } }) => {
            const chosen = PARS.find((each) => each === value)
            onSearch({ ...search, par: chosen === 'statut' ? undefined : chosen })
          }}
          data={PARS.map((value) => ({ value, label: PAR_LABELS[value] }))}
        />
        <Text size="xs" c="dimmed" id="aide-colonnes" className={classes.hint}>
          {fr`Glissez une carte d’une colonne à l’autre. Au clavier : Espace saisit, les flèches déplacent, Espace dépose, Échap annule.`}
        </Text>
      </Group>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={board} className={classes.board} onKeyDown={onKeyDown}>
        {columns.map((column) => (
          <BoardColumnView
            key={column.value}
            column={column}
            cards={cards.get(column.value) ?? []}
            today={today}
            par={par}
            isOver={
              over === column.value || (carried?.to.value === column.value && carried.card.column !== column.value)
            }
            carriedKey={carried?.card.key ?? null}
            isMovable={(card) => columns.some((to) => canGo(card, to, par))}
          />
        ))}
      </div>
      <VisuallyHidden component="output" aria-live="assertive">
        {said}
      </VisuallyHidden>
    </section>
  )
}

function nameOf({ line }: BoardCard): string {
  return line.titre.trim() || UNTITLED
}

function cardAt(target: HTMLElement, cards: ReadonlyMap<string, readonly BoardCard[]>): BoardCard | null {
  const key = target.closest<HTMLElement>('[data-card]')?.dataset['card']
  return [...cards.values()].flat().find((card) => card.key === key) ?? null
}

/** The arrows go from card to card: up and down in a column, left and right to the next one that has any. */
function focusBeside(target: HTMLElement, key: string): boolean {
  const card = target.closest('[data-card]')
  const column = target.closest('[data-column]')
  const steps: Record<string, () => Element | null | undefined> = {
    ArrowUp: () => card?.previousElementSibling,
    ArrowDown: () => card?.nextElementSibling,
    ArrowLeft: () => firstCardBeside(column, 'previousElementSibling'),
    ArrowRight: () => firstCardBeside(column, 'nextElementSibling'),
  }
  const find = steps[key]
  if (!find) return false
  find()?.querySelector<HTMLElement>('a')?.focus()
  return true
}

function firstCardBeside(from: Element | null, side: 'previousElementSibling' | 'nextElementSibling'): Element | null {
  for (let column = from?.[side] ?? null; column; column = column[side]) {
    const card = column.querySelector('[data-card]')
    if (card) return card
  }
  return null
}
