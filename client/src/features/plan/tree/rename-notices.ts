import { fr } from '../../../lib/text/french.ts'

/** How long after one's own name a colleague's is told as having replaced it. */
export const OWN_NAME_MS = 30_000

interface Renamed {
  /** Of the axe or the plan. */
  id: string
  what: 'l’axe' | 'le plan'
  nom: string
}

/**
 * What a colleague's new name for an axe or the plan makes the page say. A new name is seen where it stands; it is told to who
 * gave another just before, or is typing one.
 */
export class RenameNotices {
  readonly #ownNames = new Map<string, number>()

  /** Remembers a name of one's own, to say so when a colleague's replaces it. */
  own(id: string, now: number): void {
    this.#ownNames.set(id, now)
  }

  /** What to say of a colleague's name; null when the page shows enough. */
  colleague(
    { id, what, nom }: Renamed,
    { auteur, typing, now }: { auteur: string; typing: boolean; now: number },
  ): string | null {
    if (typing)
      return fr`${auteur} a renommé ${what} en « ${nom} » pendant que vous écrivez : le dernier nom validé est gardé.`
    if (now - (this.#ownNames.get(id) ?? -Infinity) < OWN_NAME_MS)
      return fr`${auteur} a renommé ${what} en « ${nom} » juste après vous : son choix est gardé.`
    // The name of a plan is far from what one looks at, and rarely changes.
    return what === 'le plan' ? fr`${auteur} a renommé le plan en « ${nom} ».` : null
  }
}
