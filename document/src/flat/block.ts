import { PLAIN_BLOCK } from './format.ts'
import { isEmbedToken, tokenLength } from './token.ts'

/** A stretch of characters of one format, or one embed (`text` is its token, `format` is empty). */
export interface Run {
  readonly text: string
  readonly format: string
}

/** One block of a field as the binding holds it. */
export interface FlatBlock {
  readonly runs: readonly Run[]
  readonly format: string
  /** Whether its `\n` is in the `Y.Text`: only the last block may lack it. */
  readonly ended: boolean
  /** In UTF-16 units, its `\n` included. */
  readonly length: number
}

export function flatBlock({ runs, format, ended }: Omit<FlatBlock, 'length'>): FlatBlock {
  let length = ended ? 1 : 0
  for (const run of runs) length += runLength(run)
  return { runs, format, ended, length }
}

export function runLength(run: Run): number {
  return tokenLength(run.text)
}

/** What an empty `Y.Text` reads as. */
export const EMPTY_BLOCK: FlatBlock = flatBlock({ runs: [], format: PLAIN_BLOCK, ended: false })

/** The block's length without its `\n`. */
export function contentLength(block: FlatBlock): number {
  return block.ended ? block.length - 1 : block.length
}

/** Adds to the runs, joining texts of one format. */
export function pushRun(runs: Run[], text: string, format: string): void {
  const last = runs.at(-1)
  if (last && last.format === format && !isEmbedToken(text) && !isEmbedToken(last.text)) {
    runs[runs.length - 1] = { text: last.text + text, format }
  } else runs.push({ text, format })
}

/** Whether the two show the same characters and embeds, whatever their formats. */
export function sameContent(a: FlatBlock, b: FlatBlock): boolean {
  if (a.length !== b.length || a.ended !== b.ended) return false
  return contentKey(a) === contentKey(b)
}

function contentKey(block: FlatBlock): string {
  return block.runs.map((run) => (isEmbedToken(run.text) ? `\n${run.text}\n` : run.text)).join('')
}

export function sameBlock(a: FlatBlock, b: FlatBlock): boolean {
  return (
    a.length === b.length &&
    a.format === b.format &&
    a.ended === b.ended &&
    a.runs.length === b.runs.length &&
    a.runs.every((run, i) => run.text === b.runs[i]?.text && run.format === b.runs[i]?.format)
  )
}
