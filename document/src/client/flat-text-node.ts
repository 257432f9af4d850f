import { $create, $getState, $setState, TextNode } from 'lexical'
import type { DOMExportOutput, EditorConfig, LexicalEditor, LexicalNode } from 'lexical'
import { $keepPointsInside } from './keep-points-inside.ts'
import { linkState } from './node-states.ts'

/** Whether a text is being split: Lexical then moves the selection itself, by the offsets from before. */
let isSplitting = false

/** Text whose link is a state of its own, shown as an anchor: no node wraps it, so that a link never moves text. */
export class FlatTextNode extends TextNode {
  override $config() {
    return this.config('flat-text', { extends: TextNode, stateConfigs: [{ flat: true, stateConfig: linkState }] })
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const inner = super.createDOM(config, editor)
    const link = $getState(this, linkState)
    if (!link) return inner
    const anchor = document.createElement('a')
    anchor.href = link
    anchor.rel = 'noreferrer noopener'
    anchor.append(inner)
    return anchor
  }

  override updateDOM(previous: this, dom: HTMLElement, config: EditorConfig): boolean {
    const link = $getState(this, linkState)
    if (link !== $getState(previous, linkState, 'direct')) return true
    const inner = link ? dom.firstElementChild : dom
    return !(inner instanceof HTMLElement) || super.updateDOM(previous, inner, config)
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const { element } = super.exportDOM(editor)
    if (element instanceof HTMLElement) element.style.removeProperty('white-space')
    return { element }
  }

  // Where Lexical deletes across blocks it shortens texts first and looks at the selection later: a point left behind the end makes it throw.
  override setTextContent(text: string): this {
    const node = super.setTextContent(text)
    if (!isSplitting) $keepPointsInside(this.getKey())
    return node
  }

  override splitText(...offsets: number[]): TextNode[] {
    const wasSplitting = isSplitting
    isSplitting = true
    try {
      return super.splitText(...offsets)
    } finally {
      isSplitting = wasSplitting
    }
  }

  // A TextNode's subclass is otherwise never merged with its neighbours, nor dropped when empty.
  override isSimpleText(): boolean {
    return this.getLatest().__mode === 0
  }

  // What is typed at either end of a link is not part of it.
  override canInsertTextBefore(): boolean {
    return !$getState(this, linkState)
  }

  override canInsertTextAfter(): boolean {
    return !$getState(this, linkState)
  }
}

export function $createFlatTextNode(
  text: string,
  { marks = 0, link = '' }: { marks?: number; link?: string } = {},
): FlatTextNode {
  const node = $create(FlatTextNode).setTextContent(text)
  if (marks) node.setFormat(marks)
  if (link) $setState(node, linkState, link)
  return node
}

export function $isFlatTextNode(node: LexicalNode | null | undefined): node is FlatTextNode {
  return node instanceof FlatTextNode
}
