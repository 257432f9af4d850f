import { $getNodeByKey } from 'lexical'
import type { LexicalEditor, NodeKey } from 'lexical'
import { listItemOf } from './block-element.ts'
import { isListKind } from './block-kinds.ts'
import { $isBlockNode, BlockNode } from './block-node.ts'
import { listPlaces } from './list-places.ts'

/**
 * Makes real lists of flat list items (docs/decisions/0006-lists-are-flat-blocks.md): the wrapper of the first item of a
 * run is the list, and owns the items that follow; each says its place.
 */
export function registerListSemantics(editor: LexicalEditor): () => void {
  /** Kind and indent of each block, as its list was last made. */
  const known = new Map<NodeKey, string>()
  return editor.registerMutationListener(BlockNode, (mutations) => {
    editor.getEditorState().read(() => {
      let isStructural = false
      const changed: BlockNode[] = []
      for (const [key, mutation] of mutations) {
        const node = $getNodeByKey(key)
        const shape = $isBlockNode(node) ? `${node.getKind()} ${node.getIndent()}` : null
        if (shape === null || mutation === 'destroyed') {
          known.delete(key)
          isStructural = true
          continue
        }
        if (known.get(key) !== shape || mutation === 'created') isStructural = true
        known.set(key, shape)
        if ($isBlockNode(node)) changed.push(node)
      }
      if (isStructural) $makeLists(editor, changed)
    })
  })
}

/** Makes again the lists that these blocks are in or next to. */
function $makeLists(editor: LexicalEditor, changed: readonly BlockNode[]): void {
  const done = new Set<NodeKey>()
  for (const block of changed) {
    for (const near of [block.getPreviousSibling(), block, block.getNextSibling()]) {
      if (!$isBlockNode(near) || !isListKind(near.getKind()) || done.has(near.getKey())) continue
      const run = $runAround(near)
      for (const item of run) done.add(item.getKey())
      $makeList(editor, run)
    }
  }
}

/** The list items before and after a list item, itself included. */
function $runAround(block: BlockNode): BlockNode[] {
  const run = [block]
  for (let each = block.getPreviousSibling(); $isListItem(each); each = each.getPreviousSibling()) run.unshift(each)
  for (let each = block.getNextSibling(); $isListItem(each); each = each.getNextSibling()) run.push(each)
  return run
}

function $isListItem(node: unknown): node is BlockNode {
  return node instanceof BlockNode && isListKind(node.getKind())
}

function $makeList(editor: LexicalEditor, run: readonly BlockNode[]): void {
  const places = listPlaces(run.map((block) => block.getIndent()))
  const ids = run.map((block) => `${editor.getKey()}-${block.getKey()}`)
  for (const [i, block] of run.entries()) {
    const wrapper = editor.getElementByKey(block.getKey())
    const item = wrapper && listItemOf(wrapper)
    const place = places[i]
    const id = ids[i]
    if (!wrapper || !item || !place || !id) continue
    item.id = id
    item.setAttribute('aria-posinset', String(place.position))
    item.setAttribute('aria-setsize', String(place.count))
    setOrRemove(wrapper, 'role', i === 0 ? 'list' : null)
    setOrRemove(wrapper, 'aria-owns', i === 0 && ids.length > 1 ? ids.slice(1).join(' ') : null)
  }
}

function setOrRemove(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
