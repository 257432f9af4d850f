/** Something that the kept fiche does not take, since it has something else there: it stays with the merged one. */
export interface Laisse {
  /** Name of the GraphQL field of `Fiche`. */
  champ: string
  /** Which one of it, for what has several: the name of a plan's own field, the titre of a linked fiche. */
  precision: string | null
  /** As the journal writes values. */
  gardee: string
  absorbee: string
}

/** So many things of one field of `Fiche` that the kept fiche takes. */
export interface Reprise {
  champ: string
  nombre: number
}

export function laisse(champ: string, [gardee, absorbee]: [string, string], precision: string | null = null): Laisse {
  return { champ, precision, gardee, absorbee }
}
