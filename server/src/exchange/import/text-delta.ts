import type { TextDelta } from '@pupitre/document'

/** A dash or a bullet, a space, then words. */
const BULLET = /^\s*[-•–]\s+(?=\S)/

/**
 * A cell's text as a field of live text: one block per line, lines that begin with a dash as bullets, blank lines kept
 * but at both ends.
 */
export function textToDelta(text: string): TextDelta {
  const lines = text.split('\n')
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop()
  while (lines.length > 1 && lines[0]?.trim() === '') lines.shift()
  return lines.flatMap((line): TextDelta => {
    const words = line.replace(BULLET, '')
    const end = words === line ? { insert: '\n' } : { insert: '\n', attributes: { kind: 'bullet' } }
    return words === '' ? [end] : [{ insert: words }, end]
  })
}
