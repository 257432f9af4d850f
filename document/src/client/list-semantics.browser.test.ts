import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { twoWriters } from '../../test/browser-writers.ts'
import type { Writer } from '../../test/browser-writers.ts'

let close = () => {}
afterEach(() => close())

/** A text of list items: `bullet`, `number`, `check` or `paragraph`, a level, and the words. */
function open(...items: [kind: string, indent: number, words: string][]): Writer {
  const writers = twoWriters('')
  ;({ close } = writers)
  writers.anne.text.applyDelta(
    items.flatMap(([kind, indent, words]) => [
      { insert: words },
      { insert: '\n', attributes: { ...(kind !== 'paragraph' && { kind }), ...(indent > 0 && { indent }) } },
    ]),
  )
  writers.paul.element.remove()
  return writers.anne
}

interface AxNode {
  nodeId: string
  ignored: boolean
  role?: { value?: unknown }
  childIds?: string[]
  properties?: { name: string; value: { value?: unknown } }[]
}

/** Roles as the browser tells them to a screen reader: `list(listitem 1 …)`. */
async function spokenLists(): Promise<string[]> {
  // The tests run in a frame of their own.
  const { frameTree } = await cdp().send('Page.getFrameTree')
  const frameId = frameTree.childFrames?.[0]?.frame.id
  const { nodes }: { nodes: AxNode[] } = await cdp().send('Accessibility.getFullAXTree', frameId ? { frameId } : {})
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const level = (node: AxNode) => node.properties?.find(({ name }) => name === 'level')?.value.value
  return nodes
    .filter((node) => !node.ignored && node.role?.value === 'list')
    .map((list) =>
      (list.childIds ?? [])
        .map((id) => byId.get(id))
        .filter((child) => child?.role?.value === 'listitem')
        .map((item) => `item ${String(item && level(item))}`)
        .join(),
    )
}

describe('flat list items', () => {
  test('[B51] are one list to a screen reader, with its items and their levels', async () => {
    const { element } = open(
      ['paragraph', 0, 'avant'],
      ['bullet', 0, 'un'],
      ['bullet', 1, 'sous un'],
      ['number', 0, 'deux'],
      ['paragraph', 0, 'après'],
      ['check', 0, 'fait'],
    )
    await expect.poll(() => element.querySelectorAll('[role="listitem"]').length).toBe(4)
    expect(await spokenLists()).toEqual(expect.arrayContaining(['item 1,item 2,item 1', 'item 1']))
    const items = [...element.querySelectorAll('[role="listitem"]')]
    expect(items.map((item) => `${item.getAttribute('aria-posinset')}/${item.getAttribute('aria-setsize')}`)).toEqual([
      '1/2',
      '1/1',
      '2/2',
      '1/1',
    ])
  })

  test('[B51] have no defect that axe knows', async () => {
    open(
      ['bullet', 0, 'un'],
      ['bullet', 1, 'sous un'],
      ['number', 0, 'deux'],
      ['paragraph', 0, 'texte'],
      ['check', 0, 'fait'],
    )
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })

  test('[B51] become two lists when what is between them stops being an item, and one again', async () => {
    const { element, text } = open(['bullet', 0, 'un'], ['bullet', 0, 'deux'], ['bullet', 0, 'trois'])
    expect(await spokenLists()).toEqual(['item 1,item 1,item 1'])
    text.format(7, 1, { kind: null })
    await expect.poll(() => element.querySelectorAll('[role="list"]').length).toBe(2)
    expect(await spokenLists()).toEqual(['item 1', 'item 1'])
    text.delete(3, 5)
    await expect.poll(() => element.querySelectorAll('[role="list"]').length).toBe(1)
    expect(await spokenLists()).toEqual(['item 1,item 1'])
  })
})
