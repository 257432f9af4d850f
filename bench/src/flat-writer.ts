import { createHeadlessEditor } from '@lexical/headless'
import { $isBlockNode, bindText, flatTextNodes } from '@pupitre/document/client'
import type { CreateWriter } from './writer.ts'

/** Pupitre's binding: one `Y.Text` of flat rich text. */
export const createFlatWriter: CreateWriter = (doc) => {
  const errors: Error[] = []
  const editor = createHeadlessEditor({ nodes: [...flatTextNodes], onError: (error) => errors.push(error) })
  bindText({ editor, text: doc.getText('description') })
  return {
    doc,
    editor,
    errors,
    $setKind: (block, kind) => {
      if ($isBlockNode(block)) block.setKind(kind)
    },
    $kindOf: (block) => ($isBlockNode(block) && block.getKind() === 'h2' ? 'h2' : 'paragraph'),
  }
}
