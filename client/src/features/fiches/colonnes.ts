import { type ChampName, isChampName } from './champ-filters.ts'
import type { TriField } from './fiches-search.ts'

export interface ColonneDefinition {
  label: string
  /** Pixels, until one makes it wider or narrower. */
  width: number
  /** What the list is sorted by from its head. */
  tri?: TriField
}

/** The columns of the table beside the titre, by their name in the address. */
export const COLONNES = {
  statut: { label: 'Statut', width: 150, tri: 'statut' },
  priorite: { label: 'Priorité', width: 110, tri: 'priorite' },
  debut: { label: 'Début', width: 165, tri: 'debut' },
  fin: { label: 'Fin', width: 190, tri: 'fin' },
  pilotes: { label: 'Pilotes', width: 200 },
  services: { label: 'Services pilotes', width: 220 },
  referents: { label: 'Référents', width: 200 },
  emplacements: { label: 'Plans et axes', width: 280 },
  thematiques: { label: 'Thématiques', width: 200 },
  tags: { label: 'Étiquettes', width: 180 },
  structures: { label: 'Structures', width: 180 },
  partenaires: { label: 'Partenaires', width: 180 },
  temps: { label: 'Temps de mise en œuvre', width: 170 },
  participation: { label: 'Participation citoyenne', width: 180 },
  creation: { label: 'Création', width: 165, tri: 'creation' },
} as const satisfies Record<string, ColonneDefinition>

/** A column that every list has. */
export type OwnColonne = keyof typeof COLONNES

/** Or of a champ propre, where the list is narrowed to the plan whose champ it is. */
export type Colonne = OwnColonne | ChampName

function isOwnColonne(name: string): name is OwnColonne {
  return Object.hasOwn(COLONNES, name)
}

export function isColonne(name: string): name is Colonne {
  return isOwnColonne(name) || isChampName(name)
}

export const OWN_COLONNES: readonly OwnColonne[] = Object.keys(COLONNES).filter(isOwnColonne)

/** Pixels of the column of a champ propre, at first. */
export const CHAMP_WIDTH = 190

export function colonneOf(name: OwnColonne): ColonneDefinition {
  return COLONNES[name]
}

/** What is shown until one chooses. */
export const FIRST_COLONNES: readonly Colonne[] = [
  'statut',
  'priorite',
  'debut',
  'fin',
  'pilotes',
  'services',
  'emplacements',
]

/** The columns that an address names, in its order. */
export function colonnesOf(champs: string | undefined): readonly Colonne[] {
  return champs === undefined ? FIRST_COLONNES : [...new Set(champs.split(',').filter(isColonne))]
}

/** The columns as an address says them; undefined for those of the beginning. */
export function champsText(colonnes: readonly Colonne[]): string | undefined {
  return colonnes.join() === FIRST_COLONNES.join() ? undefined : colonnes.join(',')
}

export const TITRE = 'titre'
export const TITRE_WIDTH = 340
export const MIN_WIDTH = 80
export const MAX_WIDTH = 800

/** The widths of an address, by column. */
export function largeursOf(text: string | undefined): ReadonlyMap<string, number> {
  const read = (text ?? '').split(',').flatMap((each) => {
    const [name = '', width = ''] = each.split(':')
    const pixels = Number(width)
    return (isColonne(name) || name === TITRE) && Number.isFinite(pixels) && width !== ''
      ? [[name, Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.round(pixels)))] as const]
      : []
  })
  return new Map(read)
}

export function largeursText(largeurs: ReadonlyMap<string, number>): string | undefined {
  return [...largeurs].map(([name, width]) => `${name}:${width}`).join(',') || undefined
}
