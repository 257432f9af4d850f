import type { DocumentRef } from '@pupitre/document'

/** What is wrong with a document, and how it is said. */
export const PROBLEMS = {
  absent: 'n’a pas de document',
  logGap: 'des modifications manquent dans son journal',
  snapshotUnreadable: 'son instantané est illisible',
  updateUnreadable: 'une modification de son journal est illisible',
  incomplete: 'des modifications s’appuient sur d’autres qui manquent',
  ownerless: 'des caractères n’ont pas d’auteur',
  versionUnreadable: 'une version gardée de ses textes est illisible',
  versionIncoherent: 'une version gardée de ses textes n’est pas entière',
  projectionStale: 'le texte des listes et de la recherche n’est pas celui du document',
  projectionLate: 'le texte des listes et de la recherche est en retard sur le document',
} as const

export type ProblemKind = keyof typeof PROBLEMS

export interface Problem {
  ref: DocumentRef
  kind: ProblemKind
  /** Fields or numbers concerned; never what people wrote. */
  detail?: string
}

/** What `--repair` mends: a projection is written again from its document, which is the truth. */
export function isRepairable({ kind }: Problem): boolean {
  return kind === 'projectionStale' || kind === 'projectionLate'
}
