import type { PlanType } from '../../gql/graphql.ts'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { seeingAsHeaders } from '../../lib/seeing-as.ts'

/*
 * What the server answers under /api/imports (server/src/http/import-routes.ts): both are of one build, so its answers are
 * taken at their word.
 */

export interface ImportProblem {
  /** null: about the whole file. */
  row: number | null
  column: string | null
  heading: string | null
  value: string | number | boolean | null
  severity: 'error' | 'warning' | 'info'
  message: string
  fixable: boolean
  choices: string[] | null
}

export interface PreviewFiche {
  row: number
  titre: string
  sousActions: string[]
}

export interface PreviewAxe {
  nom: string
  fiches: PreviewFiche[]
  axes: PreviewAxe[]
}

export interface CellFix {
  row: number
  column: string
  value: string
}

export type ImportStep = 'PLAN' | 'NOMS' | 'AXES' | 'FICHES' | 'CHAMPS' | 'LIENS'

export type ImportState =
  | { kind: 'preview' }
  | { kind: 'running'; step: ImportStep }
  | { kind: 'done'; planUuid: string }
  | { kind: 'failed'; message: string }

export interface ImportPreview {
  id: string
  fileName: string
  state: ImportState
  fixes: CellFix[]
  nom: string
  type: PlanType
  typeAutre: string | null
  sheet: string
  otherSheets: string[]
  counts: Record<'fiches' | 'sousActions' | 'axes' | 'services' | 'personnes' | 'indicateurs' | 'labels', number>
  fiches: PreviewFiche[]
  axes: PreviewAxe[]
  problems: ImportProblem[]
  problemCounts: Record<ImportProblem['severity'], number>
}

export interface ImportDecisions {
  nom: string
  type: PlanType
  typeAutre: string | null
  accepted: 'all' | string[]
}

/** The server said no, or did not answer. The message is for the page. */
export class ImportError extends Error {
  override name = 'ImportError'
}

export const TEMPLATE_URL = '/api/imports/modele.xlsx'

export function sendFile(siren: string, file: File): Promise<ImportPreview> {
  const body = new FormData()
  body.append('file', file)
  return ask(`/api/imports?siren=${encodeURIComponent(siren)}`, { method: 'POST', body })
}

export function readPreview(id: string): Promise<ImportPreview> {
  return ask(`/api/imports/${encodeURIComponent(id)}`)
}

export function sendFixes(id: string, fixes: readonly CellFix[]): Promise<ImportPreview> {
  return ask(`/api/imports/${id}/fixes`, { method: 'PUT', ...json({ fixes }) })
}

export function startImport(id: string, decisions: ImportDecisions): Promise<ImportState> {
  return ask(`/api/imports/${id}/commit`, { method: 'POST', ...json(decisions) })
}

export function readState(id: string): Promise<ImportState> {
  return ask(`/api/imports/${id}/state`)
}

type Init = RequestInit & { headers?: Record<string, string> }

function json(body: object): Init {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function ask<Answer>(path: string, { headers = {}, ...init }: Init = {}): Promise<Answer> {
  const response = await fetch(path, { ...init, headers: { ...headers, ...seeingAsHeaders() } }).catch(() => null)
  if (!response) throw new ImportError('Le serveur ne répond pas : vérifiez votre connexion, puis recommencez.')
  const body: Answer & { message?: string } = await response.json().catch(() => ({}))
  if (!response.ok) throw new ImportError(body.message ?? UNEXPECTED_ERROR)
  return body
}

/** What the page says of something that went wrong. */
export function messageOf(error: unknown): string {
  return error instanceof ImportError ? error.message : UNEXPECTED_ERROR
}
