/** The fields of a shared document: each is one root `Y.Text` of the Yjs document. */

export type DocumentKind = 'fiche' | 'plan'

/** A document's address: `fiche/<uuid>` or `plan/<uuid>`. */
export interface DocumentRef {
  kind: DocumentKind
  uuid: string
}

/** Fields that every fiche's document has from its creation, in the order of the page. */
export const FICHE_FIELDS = ['titre', 'description', 'objectifs', 'moyens', 'financements'] as const
export type FicheField = (typeof FICHE_FIELDS)[number]

/** Fields that every plan's document has from its creation. */
export const PLAN_FIELDS = ['description'] as const

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

const ROOT_NAMES: Record<DocumentKind, RegExp> = {
  fiche: new RegExp(`^(?:${FICHE_FIELDS.join('|')}|note:${UUID})$`),
  plan: new RegExp(`^(?:${PLAN_FIELDS.join('|')}|axe:${UUID})$`),
}

/** The allow-list of root names: the sync server refuses an update that names any other. */
export function isFieldOf(kind: DocumentKind, name: string): boolean {
  return ROOT_NAMES[kind].test(name)
}

/** `titre` is one line without attributes: the other fields are flat rich text. */
export function isPlainLine(field: string): boolean {
  return field === 'titre'
}

const PATH = new RegExp(`^(fiche|plan)/(${UUID})$`)

/** Reads `fiche/<uuid>` or `plan/<uuid>`; null for anything else. */
export function parseDocumentPath(path: string): DocumentRef | null {
  const match = PATH.exec(path)
  if (!match?.[1] || !match[2]) return null
  return { kind: match[1] === 'plan' ? 'plan' : 'fiche', uuid: match[2] }
}

export function documentPath(ref: DocumentRef): string {
  return `${ref.kind}/${ref.uuid}`
}
