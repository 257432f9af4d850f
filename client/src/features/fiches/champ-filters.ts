import type { ChampPropreType, ChampPropreWhere } from '../../gql/graphql.ts'
import { addDays } from '../../lib/text/days.ts'
import { AVEC, daysOf, daysText, SANS, valuesOf } from './fiche-filters.ts'

/*
 * Filters by what fiches say in the champs propres of one plan. Each is a parameter of the address, named by the id of its champ; its value
 * says of which type it is: the address is understood before the champs of the plan are read.
 */

const PREFIX = 'champ.'
const NAME = /^champ\.[A-Za-z0-9+/=]{1,90}$/

export type ChampName = `champ.${string}`

export function isChampName(name: string): name is ChampName {
  return NAME.test(name)
}

export function champNameOf(id: string): ChampName {
  return `${PREFIX}${id}`
}

export function champIdOf(name: ChampName): string {
  return name.slice(PREFIX.length)
}

/** What a filter asks of a champ, as words, ends of a span or ids. */
export type ChampValue =
  | { kind: 'presence'; word: typeof AVEC | typeof SANS }
  | { kind: 'texte'; words: string }
  | { kind: 'nombre' | 'date'; from: string | null; to: string | null }
  | { kind: 'choix'; ids: readonly string[] }

/** How a value of each type of champ is written in an address. */
export const KIND_OF: Record<ChampPropreType, 'texte' | 'nombre' | 'date' | 'choix'> = {
  TEXTE: 'texte',
  NOMBRE: 'nombre',
  DATE: 'date',
  CHOIX: 'choix',
}

/** As many as a champ offers. */
const MAX_CHOIX = 50
export const MAX_TEXTE_CHARACTERS = 200

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,6})?$/

/** What an address says of a champ; null for what cannot be. */
export function champValueOf(text: string): ChampValue | null {
  if (text === AVEC || text === SANS) return { kind: 'presence', word: text }
  const [, kind, said = ''] = /^(texte|nombre|date|choix):(.*)$/.exec(text) ?? []
  if (kind === 'texte') {
    const words = said.trim().slice(0, MAX_TEXTE_CHARACTERS)
    return words === '' ? null : { kind, words }
  }
  if (kind === 'choix') {
    const ids = valuesOf(said).slice(0, MAX_CHOIX)
    return ids.length === 0 ? null : { kind, ids }
  }
  if (kind === 'date' || kind === 'nombre') {
    const { from, to } = kind === 'date' ? daysOf(said) : numbersOf(said)
    return from === null && to === null ? null : { kind, from, to }
  }
  return null
}

function numbersOf(text: string) {
  const [from = '', to = ''] = text.split('..')
  return { from: DECIMAL.test(from) ? from : null, to: DECIMAL.test(to) ? to : null }
}

/** The same as an address says it; undefined for what asks nothing. */
export function champText(value: ChampValue): string | undefined {
  if (value.kind === 'presence') return value.word
  if (value.kind === 'texte') return value.words.trim() === '' ? undefined : `texte:${value.words.trim()}`
  if (value.kind === 'choix') return value.ids.length === 0 ? undefined : `choix:${value.ids.join(',')}`
  return value.from === null && value.to === null ? undefined : `${value.kind}:${daysText(value)}`
}

/** The filters by champ of an address: only where it is narrowed to one plan, whose champs they are. */
export function readChamps(search: Record<string, unknown>, plan: string | undefined): Record<ChampName, string> {
  if (!isOnePlan(plan)) return {}
  const read = Object.entries(search).flatMap(([name, value]) => {
    const champ = typeof value === 'string' && isChampName(name) ? champValueOf(value) : null
    const text = champ && champText(champ)
    return text ? [[name, text] as const] : []
  })
  return Object.fromEntries(read)
}

/** Whether the filter by plan names one plan. */
export function isOnePlan(plan: string | undefined): plan is string {
  return plan !== undefined && plan !== AVEC && plan !== SANS && valuesOf(plan).length === 1
}

/** What the server is asked of a champ. */
export function champWhere(name: ChampName, text: string): ChampPropreWhere[] {
  const champ = champIdOf(name)
  const value = champValueOf(text)
  switch (value?.kind) {
    case 'presence':
      return [{ champ, isNull: value.word === SANS }]
    case 'texte':
      return [{ champ, texte: { contains: value.words } }]
    case 'choix':
      return [{ champ, choix: { in: [...value.ids] } }]
    case 'nombre':
      return [{ champ, nombre: { atLeast: value.from, atMost: value.to } }]
    case 'date': {
      // The server leaves out the days that it is given: both ends of a span are in.
      const { from, to } = value
      return [{ champ, date: { ...(from && { after: addDays(from, -1) }), ...(to && { before: addDays(to, 1) }) } }]
    }
    case undefined:
      return []
  }
}
