import type { Change, Recorder, RightsChange } from '../domain/change.ts'
import type { WrittenText } from '../domain/live-text.ts'

/** Who did it, as colleagues may be told. */
export interface Author {
  /** Or the id of a key of the API. */
  userId: string
  name: string
}

/** A change that is committed. */
export type PublishedChange = Change & {
  /** null: the server itself. */
  by: Author | null
  at: Date
}

type ChangeListener = (change: PublishedChange) => void
type RightsListener = (change: RightsChange) => void

/** Tells this process what was committed. */
export interface ChangeBus {
  publish(changes: readonly PublishedChange[]): void
  publishRights(change: RightsChange): void
  /** Listens to the changes of one thing; returns what stops it. */
  onChange(topic: string, listener: ChangeListener): () => void
  onRights(listener: RightsListener): () => void
  /** What other processes told may not have come here: rights are to be judged again, and what is shown read again. */
  onMissed(listener: () => void): () => void
  /** Called now and then while other processes cannot be heard: rights are to be judged again. */
  onDeaf(listener: () => void): () => void
}

/** What a change is about: who listens names it the same way. */
export function topicOf(change: Change): string {
  switch (change.kind) {
    case 'fiche':
      return `fiche/${change.ficheId}`
    case 'plan':
      return `plan/${change.planId}`
    case 'indicateur':
      return `indicateur/${change.indicateurId}`
    case 'corbeille':
      return `corbeille/${change.collectiviteId}`
    case 'vues':
      return `vues/${change.collectiviteId}`
    case 'mesFiches':
      return `mes-fiches/${change.userId}`
  }
}

/** A bus within one process, which misses nothing. */
export function createChangeBus(): ChangeBus {
  const byTopic = new Map<string, Set<ChangeListener>>()
  const rightsListeners = new Set<RightsListener>()
  return {
    publish(changes) {
      for (const change of changes) for (const listener of byTopic.get(topicOf(change)) ?? []) listener(change)
    },
    publishRights(change) {
      for (const listener of rightsListeners) listener(change)
    },
    onChange(topic, listener) {
      const listeners = byTopic.get(topic) ?? new Set()
      byTopic.set(topic, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) byTopic.delete(topic)
      }
    },
    onRights(listener) {
      rightsListeners.add(listener)
      return () => rightsListeners.delete(listener)
    },
    onMissed: () => () => undefined,
    onDeaf: () => () => undefined,
  }
}

/** Keeps what a transaction records until it is committed. */
export class ChangeCollector implements Recorder {
  readonly #changes: Change[] = []
  readonly #rights: RightsChange[] = []
  readonly #written: WrittenText[] = []

  change(change: Change): void {
    this.#changes.push(change)
  }

  rights(change: RightsChange): void {
    this.#rights.push(change)
  }

  wrote(written: WrittenText): void {
    this.#written.push(written)
  }

  /** Live texts that the transaction edited. */
  get written(): readonly WrittenText[] {
    return this.#written
  }

  /** After the commit. Rights first: who lost theirs is not told of the rest. */
  publishOn(bus: ChangeBus, { by, at }: { by: Author | null; at: Date }): void {
    for (const change of this.#rights) bus.publishRights(change)
    bus.publish(this.#changes.map((change) => ({ ...change, by, at })))
  }
}
