import { createHeadlessEditor } from '@lexical/headless'
import { $createHeadingNode, $isHeadingNode, HeadingNode, QuoteNode } from '@lexical/rich-text'
import type { Provider } from '@lexical/yjs'
import { $createParagraphNode } from 'lexical'
import type { LexicalEditor } from 'lexical'
import type { Writer } from './writer.ts'

/** An editor of Lexical's own nodes; kinds change as `$setBlocksType` changes them: by a new node in place of the old one. */
export function createStockEditor(): Pick<Writer, 'editor' | 'errors' | '$setKind' | '$kindOf'> {
  const errors: Error[] = []
  const editor: LexicalEditor = createHeadlessEditor({
    nodes: [HeadingNode, QuoteNode],
    onError: (error) => errors.push(error),
  })
  return {
    editor,
    errors,
    $setKind: (block, kind) => {
      if ($isHeadingNode(block) === (kind === 'h2')) return
      block.replace(kind === 'h2' ? $createHeadingNode('h2') : $createParagraphNode(), true)
    },
    $kindOf: (block) => ($isHeadingNode(block) ? 'h2' : 'paragraph'),
  }
}

/** What the stock bindings ask of a provider, with nobody else in sight: the race carries the updates itself. */
export function silentProvider(): Provider {
  const nothing = () => {}
  return {
    awareness: {
      getLocalState: () => null,
      getStates: () => new Map(),
      on: nothing,
      off: nothing,
      setLocalState: nothing,
      setLocalStateField: nothing,
    },
    connect: nothing,
    disconnect: nothing,
    on: nothing,
    off: nothing,
  }
}
