import { $create, $getState, $isTextNode, $setState, ParagraphNode } from 'lexical'
import type { DOMExportOutput, ElementDOMSlot, LexicalNode, RangeSelection } from 'lexical'
import type { BlockKind } from '../model.ts'
import { createBlockElement, listItemOf, updateBlockElement } from './block-element.ts'
import { continuesOnEnter, isListKind } from './block-kinds.ts'
import { checkedState, kindState } from './node-states.ts'

/**
 * One flat block: the only kind of child that the root has. Its kind is a state, so that a paragraph becomes a heading or a
 * list item without a node being replaced. It stands for Lexical's own paragraph, so that stock commands make blocks.
 */
export class BlockNode extends ParagraphNode {
  override $config() {
    return this.config('block', {
      extends: ParagraphNode,
      stateConfigs: [
        { flat: true, stateConfig: kindState },
        { flat: true, stateConfig: checkedState },
      ],
    })
  }

  getKind(): BlockKind {
    return $getState(this, kindState)
  }

  setKind(kind: BlockKind): this {
    return kind === this.getKind() ? this : $setState(this, kindState, kind)
  }

  getChecked(): boolean {
    return $getState(this, checkedState)
  }

  setChecked(checked: boolean): this {
    return checked === this.getChecked() ? this : $setState(this, checkedState, checked)
  }

  override createDOM(): HTMLElement {
    return createBlockElement({ kind: this.getKind(), indent: this.getIndent(), checked: this.getChecked() })
  }

  override updateDOM(previous: BlockNode, dom: HTMLElement): boolean {
    const kind = this.getKind()
    if ($getState(previous, kindState, 'direct') !== kind) return true
    updateBlockElement(dom, { kind, indent: this.getIndent(), checked: this.getChecked() })
    return false
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot {
    const item = listItemOf(element)
    if (!item) return super.getDOMSlot(element)
    const checkbox = item.querySelector(':scope > [role="checkbox"]')
    return super.getDOMSlot(element).withElement(item).withAfter(checkbox)
  }

  override exportDOM(): DOMExportOutput {
    const kind = this.getKind()
    if (!isListKind(kind)) return { element: this.createDOM() }
    const list = document.createElement(kind === 'number' ? 'ol' : 'ul')
    const item = document.createElement('li')
    list.append(item)
    return { element: list, $getChildNodes: () => this.getChildren(), append: (child) => item.append(child) }
  }

  override insertNewAfter(selection: RangeSelection, restoreSelection?: boolean): BlockNode {
    const kind = this.getKind()
    const next = $createBlockNode(continuesOnEnter(kind) || !$isAtEnd(selection, this) ? kind : 'paragraph')
    next.setIndent(this.getIndent())
    this.insertAfter(next, restoreSelection)
    return next
  }

  override collapseAtStart(): boolean {
    if (this.getKind() !== 'paragraph') {
      this.setKind('paragraph')
      return true
    }
    if (this.getIndent() > 0) {
      this.setIndent(this.getIndent() - 1)
      return true
    }
    return false
  }
}

function $isAtEnd({ focus }: RangeSelection, block: BlockNode): boolean {
  const node = focus.getNode()
  if (node.is(block)) return focus.offset === block.getChildrenSize()
  return node.getNextSibling() === null && (!$isTextNode(node) || focus.offset === node.getTextContentSize())
}

export function $createBlockNode(kind: BlockKind = 'paragraph'): BlockNode {
  return $create(BlockNode).setKind(kind)
}

export function $isBlockNode(node: LexicalNode | null | undefined): node is BlockNode {
  return node instanceof BlockNode
}
