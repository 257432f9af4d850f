import { useSyncExternalStore } from 'react'
import type { Anchor } from './drop.ts'

/** What the page does with the tree at the moment, beside the tree itself. */
export interface TreeState {
  selected: ReadonlySet<string>
  /** Where a selection by Maj+clic starts. */
  lastSelected: string | null
  /** What is being dragged, or carried with the keyboard. */
  moving: ReadonlySet<string>
  /** What is carried with the keyboard; null when the mouse does it, or nothing. */
  carried: string | null
  /** Where it would be dropped. */
  anchor: Anchor | null
  /** What a colleague has just changed. */
  flashed: ReadonlySet<string>
  renaming: string | null
  /** What is typed as its new name, which stays when a colleague moves the axe meanwhile. */
  typed: string | undefined
  /** The axe under which one is being created; `'root'` for the root. */
  addingIn: string | null
  /** The axe whose description is open. */
  describing: string | null
  /** What has just been said to screen readers. */
  said: string
}

const NONE: ReadonlySet<string> = new Set()

const INITIAL: TreeState = {
  selected: NONE,
  lastSelected: null,
  moving: NONE,
  carried: null,
  anchor: null,
  flashed: NONE,
  renaming: null,
  typed: undefined,
  addingIn: null,
  describing: null,
  said: '',
}

/** State of its own, so that a line of the tree is drawn again only when what it shows of it changes. */
export class TreeStore {
  #state = INITIAL
  readonly #listeners = new Set<() => void>()

  get state(): TreeState {
    return this.#state
  }

  set(changes: Partial<TreeState>): void {
    this.#state = { ...this.#state, ...changes }
    for (const listener of this.#listeners) listener()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Nothing is dragged or carried any more. */
  settle(said = ''): void {
    this.set({ moving: NONE, carried: null, anchor: null, said })
  }

  toggle(id: string): void {
    const selected = new Set(this.#state.selected)
    if (!selected.delete(id)) selected.add(id)
    this.set({ selected, lastSelected: id })
  }

  /** Selects everything from the last thing selected to this one, in the order of the page. */
  selectTo(id: string, order: readonly string[]): void {
    const from = this.#state.lastSelected === null ? -1 : order.indexOf(this.#state.lastSelected)
    if (from < 0) return this.toggle(id)
    const to = order.indexOf(id)
    const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
    this.set({ selected: new Set([...this.#state.selected, ...range]) })
  }

  clearSelection(): void {
    this.set({ selected: NONE, lastSelected: null })
  }
}

/** A part of the state; give primitives, or parts that keep their identity. */
export function useTreeState<Part>(store: TreeStore, select: (state: TreeState) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.state))
}
