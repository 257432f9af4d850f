import type { KeyboardEvent } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { type Anchor, anchorsFor, currentAnchor, resolveDrop } from './drop.ts'
import type { TreeEdit } from './tree-edit.ts'
import { nodeName, parentOf, type TreeIndex } from './tree-index.ts'

const STOP = '[data-tree-stop]'

/**
 * Carries lines of the tree with the keyboard: Espace takes the one that has the focus, or everything selected with it; the
 * arrows choose a place, Espace or Entrée drops there, Échap gives up. Answers whether the key was for this.
 */
export function carryWithKey(edit: TreeEdit, event: KeyboardEvent<HTMLElement>): boolean {
  const { store } = edit
  if (!edit.canEdit || event.altKey || event.ctrlKey || event.metaKey) return false
  const { target } = event
  if (!(target instanceof HTMLElement) || !target.matches(STOP)) return false
  if (store.state.carried === null) {
    const id = target.closest<HTMLElement>('[data-node-id]')?.dataset['nodeId']
    if (event.key !== ' ' || event.shiftKey || id === undefined) return false
    take(edit, id)
  } else {
    handle(edit, event.key)
  }
  event.preventDefault()
  return true
}

function take({ store, index }: TreeEdit, id: string): void {
  const tree = index()
  const moving = store.state.selected.has(id) ? store.state.selected : new Set([id])
  const said = fr`« ${nodeName(tree, id)} » est saisi. Flèches haut et bas pour choisir où, Espace pour déposer, Échap pour annuler.`
  store.set({ carried: id, moving, anchor: currentAnchor(tree, id, moving), said })
}

function handle(edit: TreeEdit, key: string): void {
  const { store, index, actions } = edit
  const { anchor, moving, carried } = store.state
  const tree = index()
  if (carried === null || (!tree.axes.has(carried) && !tree.places.has(carried)))
    return store.settle('Ce que vous déplaciez n’est plus là.')
  const name = nodeName(tree, carried)
  if (key === 'Escape' || key === 'Tab') return store.settle(fr`Déplacement annulé : « ${name} » reste à sa place.`)
  if (key === 'ArrowDown' || key === 'ArrowUp') return step(edit, key === 'ArrowDown' ? 1 : -1)
  if (key !== ' ' && key !== 'Enter') return
  const drop = anchor && resolveDrop(tree, moving, anchor)
  if (!drop) return store.settle(fr`« ${name} » reste à sa place.`)
  store.settle(fr`« ${name} » est déposé ${placeText(tree, anchor)}.`)
  store.clearSelection()
  void actions.move(drop, tree)
}

function step({ store, index }: TreeEdit, by: 1 | -1): void {
  const tree = index()
  const { anchor, moving, carried } = store.state
  const anchors = anchorsFor(tree, moving)
  const at = anchors.findIndex(({ over, edge }) => over === anchor?.over && edge === anchor.edge)
  const from = at >= 0 || carried === null ? at : anchors.findIndex(sameAs(currentAnchor(tree, carried, moving)))
  const next = anchors[Math.max(0, Math.min(anchors.length - 1, from + by))]
  if (!next) return
  store.set({ anchor: next, said: placeText(tree, next) })
  document.querySelector(`[data-node-id="${CSS.escape(next.over ?? '')}"]`)?.scrollIntoView({ block: 'nearest' })
}

function sameAs(anchor: Anchor): (other: Anchor) => boolean {
  return ({ over, edge }) => over === anchor.over && edge === anchor.edge
}

/** A place in words. */
export function placeText(tree: TreeIndex, { over, edge }: Anchor): string {
  if (over === null) return 'à la racine du plan'
  const name = nodeName(tree, over)
  if (edge === 'inside') return fr`dans « ${name} »`
  const parentId = parentOf(tree, over)
  const where = parentId === null ? 'à la racine du plan' : fr`dans « ${nodeName(tree, parentId)} »`
  return edge === 'before' ? fr`avant « ${name} », ${where}` : fr`après « ${name} », ${where}`
}
