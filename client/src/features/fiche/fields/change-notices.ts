import { fr } from '../../../lib/text/french.ts'
import type { ChangeNotice } from '../../../ui/show-change.ts'
import { changedWords, isSingle } from './field-names.ts'

/** How long after one's own change of a field a colleague's change of it is told as having replaced it. */
export const OWN_CHANGE_MS = 30_000

/**
 * What colleagues' changes make the page say: a notice for each colleague and kind, which grows while it is shown rather than
 * pile up.
 */
export class ChangeNotices {
  readonly #ownChanges = new Map<string, number>()
  readonly #shown = new Map<string, Set<string>>()

  /** Remembers a change of one's own, to say so when a colleague's replaces it. */
  own(fields: readonly string[], now: number): void {
    for (const field of fields) this.#ownChanges.set(field, now)
  }

  /** What to say of a colleague's change: at most that it replaced one's own, and what else it changed. */
  colleague({ auteur, fields, now }: { auteur: string; fields: readonly string[]; now: number }): ChangeNotice[] {
    const isReplaced = (field: string) =>
      isSingle(field) && now - (this.#ownChanges.get(field) ?? -Infinity) < OWN_CHANGE_MS
    const replaced = this.#grown(
      `replaced ${auteur}`,
      fields.filter(isReplaced),
      (what) => fr`${auteur} a changé ${what} juste après vous : son choix est gardé.`,
    )
    const changed = this.#grown(
      `changed ${auteur}`,
      fields.filter((field) => !isReplaced(field)),
      (what) => `${auteur} a changé ${what}.`,
    )
    return [...replaced, ...changed]
  }

  /** A notice has gone: the next begins anew. */
  closed(id: string): void {
    this.#shown.delete(id)
  }

  #grown(id: string, fields: readonly string[], sentence: (what: string) => string): ChangeNotice[] {
    if (changedWords(fields) === null) return []
    const all = new Set([...(this.#shown.get(id) ?? []), ...fields])
    this.#shown.set(id, all)
    const what = changedWords([...all])
    return what === null ? [] : [{ id, message: sentence(what) }]
  }
}
