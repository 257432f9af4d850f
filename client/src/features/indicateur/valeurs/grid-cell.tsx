import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { writeDecimal } from '../../../lib/text/decimal.ts'
import { gridMove, type Move } from './grid-keys.ts'
import { readBlock } from './pasted-block.ts'
import { cellLabel, changes, readCell } from './read-cell.ts'
import type { Part } from './valeur.ts'
import classes from './valeurs-grid.module.css'

/** As many characters as the server keeps of a comment. */
const MAX_COMMENTAIRE_CHARACTERS = 2000

/** One cell that is written in place: kept when one leaves it, as it was when Échap is pressed. */
export function GridCell({
  part,
  periode,
  value,
  onChange,
  onMove,
  onPasteBlock,
}: {
  part: Part
  /** In words. */
  periode: string
  value: string | null
  onChange: (value: string | null) => void
  /** Takes the focus elsewhere, or answers false: the key then does what it does in a text. */
  onMove: (move: Move, cell: { key: string; isEmpty: boolean }) => boolean
  onPasteBlock: (block: string[][]) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const shown = value === null ? '' : part === 'commentaire' ? value : writeDecimal(value)
  const read = draft === null ? null : readCell(part, draft)
  const problem = read?.problem

  function keep() {
    if (!read || read.problem !== undefined) return
    setDraft(null)
    if (changes(value, read)) onChange(read.value)
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') setDraft(null)
    const { selectionStart: start, selectionEnd: end, value: text } = event.currentTarget
    const move = gridMove(event, { start, end, length: text.length })
    if (move && onMove(move, { key: event.key, isEmpty: text === '' })) event.preventDefault()
  }

  function handlePaste(event: ClipboardEvent<HTMLInputElement>) {
    const block = readBlock(event.clipboardData.getData('text/plain'))
    if (!block) return
    event.preventDefault()
    setDraft(null)
    onPasteBlock(block)
  }

  return (
    <input
      className={classes.input}
      data-part={part}
      type="text"
      inputMode={part === 'commentaire' ? 'text' : 'decimal'}
      autoComplete="off"
      maxLength={part === 'commentaire' ? MAX_COMMENTAIRE_CHARACTERS : undefined}
      aria-label={cellLabel({ part, periode })}
      aria-invalid={problem !== undefined}
      title={problem ?? (part === 'commentaire' ? shown : undefined)}
      value={draft ?? shown}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onFocus={({ currentTarget }) => part !== 'commentaire' && currentTarget.select()}
      onBlur={keep}
      onKeyDown={handleKey}
      onPaste={handlePaste}
    />
  )
}
