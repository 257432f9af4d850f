import { $getLink, $isInList, $selectedBlocks, type BoundText } from '@pupitre/document/client'
import { MAX_INDENT, type BlockKind, type InlineMark } from '@pupitre/document'
import { $getSelection, $isRangeSelection, type LexicalEditor, type TextFormatType } from 'lexical'
import { useEffect, useState } from 'react'

/** What the toolbar shows of the selection. */
export interface EditorState {
  marks: Readonly<Record<InlineMark, boolean>>
  /** The kind of all selected blocks; null when they differ. */
  kind: BlockKind | null
  link: string | null
  inList: boolean
  canIndent: boolean
  canOutdent: boolean
  canUndo: boolean
  canRedo: boolean
}

/** Lexical's names of the marks. */
export const MARK_FORMATS: Readonly<Record<InlineMark, TextFormatType>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  code: 'code',
}

const NOTHING: EditorState = {
  marks: { bold: false, italic: false, underline: false, strike: false, code: false },
  kind: null,
  link: null,
  inList: false,
  canIndent: false,
  canOutdent: false,
  canUndo: false,
  canRedo: false,
}

function $readState(bound: BoundText): EditorState {
  const selection = $getSelection()
  const history = { canUndo: bound.undoManager.canUndo(), canRedo: bound.undoManager.canRedo() }
  if (!$isRangeSelection(selection)) return { ...NOTHING, ...history }
  const blocks = $selectedBlocks()
  const [first] = blocks
  const has = (mark: InlineMark) => selection.hasFormat(MARK_FORMATS[mark])
  return {
    marks: {
      bold: has('bold'),
      italic: has('italic'),
      underline: has('underline'),
      strike: has('strike'),
      code: has('code'),
    },
    kind: first && blocks.every((block) => block.getKind() === first.getKind()) ? first.getKind() : null,
    link: $getLink(),
    inList: $isInList(),
    canIndent: blocks.some((block) => block.getIndent() < MAX_INDENT),
    canOutdent: blocks.some((block) => block.getIndent() > 0),
    ...history,
  }
}

/** Follows the selection of an editor. */
export function useEditorState(editor: LexicalEditor, bound: BoundText | null): EditorState {
  const [state, setState] = useState(NOTHING)
  useEffect(() => {
    if (!bound) return
    const read = () => {
      const next = editor.getEditorState().read(() => $readState(bound), { editor })
      setState((previous) => (JSON.stringify(previous) === JSON.stringify(next) ? previous : next))
    }
    read()
    bound.undoManager.on('stack-item-added', read)
    bound.undoManager.on('stack-item-popped', read)
    const unregister = editor.registerUpdateListener(read)
    return () => {
      unregister()
      bound.undoManager.off('stack-item-added', read)
      bound.undoManager.off('stack-item-popped', read)
    }
  }, [editor, bound])
  return state
}
