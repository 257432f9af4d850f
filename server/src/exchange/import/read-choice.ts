import type { Priorite, Statut } from '@pupitre/prisma'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'

const STATUTS: ReadonlyMap<string, Statut> = new Map([
  ['a venir', 'A_VENIR'],
  ['a discuter', 'A_DISCUTER'],
  ['en cours', 'EN_COURS'],
  ['realise', 'REALISE'],
  ['en pause', 'EN_PAUSE'],
  ['bloque', 'BLOQUE'],
  ['abandonne', 'ABANDONNE'],
])

const PRIORITES: ReadonlyMap<string, Priorite> = new Map([
  ['eleve', 'ELEVE'],
  ['elevee', 'ELEVE'],
  ['moyen', 'MOYEN'],
  ['moyenne', 'MOYEN'],
  ['bas', 'BAS'],
  ['basse', 'BAS'],
])

export const STATUT_LABELS = 'À venir, À discuter, En cours, Réalisé, En pause, Bloqué ou Abandonné'
export const PRIORITE_LABELS = 'Élevé, Moyen ou Bas'

export interface ReadStatut {
  statut: Statut
  /** The file says « En retard », which is computed here: the action is under way, and past its end. */
  late: boolean
}

/** Reads a statut by its label, accents, case and spaces apart; null when it is none. */
export function readStatut(text: string): ReadStatut | null {
  const key = normaliseNom(text)
  if (key === 'en retard') return { statut: 'EN_COURS', late: true }
  // Actions are feminine, fiches' statuts are not: people write « Réalisée » too.
  const statut = STATUTS.get(key) ?? STATUTS.get(key.replace(/ee$/, 'e'))
  return statut ? { statut, late: false } : null
}

/** Reads a priorité by its label; null when it is none. */
export function readPriorite(text: string): Priorite | null {
  return PRIORITES.get(normaliseNom(text)) ?? null
}
