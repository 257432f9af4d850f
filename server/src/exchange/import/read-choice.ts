import type { Statut } from '@pupitre/prisma'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import { CIBLES, EFFETS, PARTICIPATIONS, PRIORITES, STATUTS, TEMPS } from '../../domain/fiche/choice-labels.ts'

/** The values of one list, found by their labels, accents, case and spaces apart. */
export class Choices<Value extends string> {
  /** As the page writes them, in its order. */
  readonly labels: readonly string[]
  readonly #byKey: ReadonlyMap<string, Value>

  /** @param aliases other spellings that people and the template use */
  constructor(labels: ReadonlyMap<Value, string>, aliases: Record<string, Value> = {}) {
    this.labels = [...labels.values()]
    this.#byKey = new Map([
      ...[...labels].map(([value, label]): [string, Value] => [normaliseNom(label), value]),
      ...entriesOf(aliases).map(([alias, value]): [string, Value] => [normaliseNom(alias), value]),
    ])
  }

  read(text: string): Value | null {
    return this.#byKey.get(normaliseNom(text)) ?? null
  }

  /**
   * The values named in a cell, between commas, semicolons or line ends. Some labels hold commas themselves: the longest run of
   * pieces that is a label is taken.
   */
  readAll(text: string): { values: Value[]; unknown: string[] } {
    const values = new Set<Value>()
    const unknown: string[] = []
    for (const line of text.split(/[;\n]/)) {
      const pieces = line.split(',')
      while (pieces.length > 0) {
        const taken = this.#longestLabel(pieces)
        if (taken) values.add(taken.value)
        else if (pieces[0]?.trim()) unknown.push(pieces[0].trim())
        pieces.splice(0, taken?.length ?? 1)
      }
    }
    return { values: [...values], unknown }
  }

  #longestLabel(pieces: readonly string[]): { value: Value; length: number } | null {
    for (let length = Math.min(pieces.length, MAX_PIECES); length > 0; length--) {
      const value = this.read(
        pieces
          .slice(0, length)
          .join(',')
          .replace(/^\s*[-•–]\s+/, ''),
      )
      if (value !== null) return { value, length }
    }
    return null
  }
}

/** Pieces between the commas of one label, at most. */
const MAX_PIECES = 6

function entriesOf<Value extends string>(record: Partial<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
}

/** A list of the schema, from its values to their labels. */
function choicesOf<Value extends string>(
  labels: Record<Value, string>,
  aliases?: Record<string, Value>,
): Choices<Value> {
  const values = Object.keys(labels).filter((value): value is Value => Object.hasOwn(labels, value))
  return new Choices(new Map(values.map((value) => [value, labels[value]])), aliases)
}

// Actions are feminine, fiches' statuts are not: people write « Réalisée » too.
export const STATUT_CHOICES = choicesOf(STATUTS, {
  Réalisée: 'REALISE',
  Bloquée: 'BLOQUE',
  Abandonnée: 'ABANDONNE',
})

export const PRIORITE_CHOICES = choicesOf(PRIORITES, { Élevée: 'ELEVE', Moyenne: 'MOYEN', Basse: 'BAS' })

export const TEMPS_CHOICES = choicesOf(TEMPS)

export const PARTICIPATION_CHOICES = choicesOf(PARTICIPATIONS, {
  'Pas de participation citoyenne': 'PAS_DE_PARTICIPATION',
  Coconstruction: 'CO_CONSTRUCTION',
})

export const CIBLE_CHOICES = choicesOf(CIBLES)

/** The template of Territoires en transitions words a few otherwise. */
export const EFFET_CHOICES = choicesOf(EFFETS, {
  'Sobriété énergétique': 'SOBRIETE',
  'Amélioration de la qualité de vie': 'CADRE_DE_VIE',
})

export interface ReadStatut {
  statut: Statut
  /** The file says « En retard », which is computed here: the action is under way, and past its end. */
  late: boolean
}

/** Reads a statut by its label, accents, case and spaces apart; null when it is none. */
export function readStatut(text: string): ReadStatut | null {
  if (normaliseNom(text) === 'en retard') return { statut: 'EN_COURS', late: true }
  const statut = STATUT_CHOICES.read(text)
  return statut ? { statut, late: false } : null
}

const YES = new Set(['vrai', 'oui', 'true', 'x', '1'])
const NO = new Set(['faux', 'non', 'false', '0'])

/** Reads a yes or no; null when it is neither. */
export function readBoolean(text: string): boolean | null {
  const key = normaliseNom(text)
  if (YES.has(key)) return true
  return NO.has(key) ? false : null
}
