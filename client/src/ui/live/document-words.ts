import { parseDocumentPath } from '@pupitre/document'

/** How sentences speak of a document: of a fiche, or of a plan. */
interface DocumentWords {
  /** « cette fiche », « ce plan ». */
  ceci: string
  /** « Cette fiche », « Ce plan ». */
  Ceci: string
  /** « la fiche », « le plan ». */
  le: string
  /** « Elle », « Il ». */
  il: string
  /** « la », « le », before a verb. */
  pronom: string
  /** What participles end by. */
  e: '' | 'e'
}

const FICHE: DocumentWords = {
  ceci: 'cette fiche',
  Ceci: 'Cette fiche',
  le: 'la fiche',
  il: 'Elle',
  pronom: 'la',
  e: 'e',
}
const PLAN: DocumentWords = { ceci: 'ce plan', Ceci: 'Ce plan', le: 'le plan', il: 'Il', pronom: 'le', e: '' }

/** @param path `fiche/<uuid>` or `plan/<uuid>` */
export function documentWords(path: string): DocumentWords {
  return parseDocumentPath(path)?.kind === 'plan' ? PLAN : FICHE
}
