import { $create, $getState, $setState, DecoratorNode } from 'lexical'
import type { DOMExportOutput, LexicalNode } from 'lexical'
import { readEmbed } from '../embeds.ts'
import type { Embed } from '../model.ts'
import { INNER_LINE_END, embedJson } from '../flat/token.ts'
import { embedState } from './node-states.ts'

/** A line end inside a one-line field shows as a space. */
const INNER_LINE_END_JSON = embedJson(INNER_LINE_END)

const LABELS: Record<string, string> = { mention: '@…', ficheLink: '#…', image: '[image]' }

/** One embed of one character. One that this version does not know takes its place and shows nothing. */
export class EmbedNode extends DecoratorNode<null> {
  override $config() {
    return this.config('embed', { extends: DecoratorNode, stateConfigs: [{ flat: true, stateConfig: embedState }] })
  }

  /** Its canonical JSON: what is compared, and written back as it came. */
  getJson(): string {
    return $getState(this, embedState)
  }

  /** Its value; null when this version does not know it. */
  getEmbed(): Embed | null {
    const value: unknown = JSON.parse(this.getJson())
    return readEmbed(value)
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span')
    const [name = 'unknown'] = Object.keys(this.getEmbed() ?? {})
    element.dataset.embed = name
    element.dataset.value = this.getJson()
    element.textContent = this.getJson() === INNER_LINE_END_JSON ? ' ' : (LABELS[name] ?? '')
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override exportDOM(): DOMExportOutput {
    return { element: this.createDOM() }
  }

  override getTextContent(): string {
    return this.getEmbed() ? '\ufffc' : ''
  }

  override isInline(): boolean {
    return true
  }

  override decorate(): null {
    return null
  }
}

export function $createEmbedNode(json: string): EmbedNode {
  return $setState($create(EmbedNode), embedState, json)
}

export function $isEmbedNode(node: LexicalNode | null | undefined): node is EmbedNode {
  return node instanceof EmbedNode
}
