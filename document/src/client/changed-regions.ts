import { $getNodeByKey, $getRoot } from 'lexical'
import type { NodeKey } from 'lexical'
import { $isBlockNode } from './block-node.ts'
import type { BlockNode } from './block-node.ts'
import type { Mirror, MirrorEntry } from './mirror.ts'

/** A stretch between two unchanged blocks: what the mirror has there, and what the editor has. */
export interface ChangedRegion {
  /** The unchanged block before; null at the start. */
  after: MirrorEntry | null
  old: MirrorEntry[]
  now: BlockNode[]
}

interface Changes {
  mirror: Mirror
  /** Keys of blocks that Lexical touched, those it removed included. */
  dirty: ReadonlySet<NodeKey>
  /** Of those, the ones that read as before. */
  unchanged: ReadonlySet<NodeKey>
}

/**
 * The stretches of blocks that changed, in order, found from the dirty blocks alone: the others are never visited.
 *
 * Lexical marks both neighbours of whatever it links or unlinks, so two blocks that neither of them is dirty are still
 * neighbours. Blocks that were moved make the first try fail; then no dirty block counts as unchanged, and at last the
 * whole text is one region.
 */
export function $changedRegions({ mirror, dirty, unchanged }: Changes): ChangedRegion[] {
  const isOld = (key: NodeKey) => mirror.entry(key) !== null
  return (
    $regionsBetween({ mirror, dirty, isAnchor: (key) => isOld(key) && (!dirty.has(key) || unchanged.has(key)) }) ??
    $regionsBetween({ mirror, dirty, isAnchor: (key) => isOld(key) && !dirty.has(key) }) ?? [
      {
        after: null,
        old: entriesUntil(mirror, mirror.first, () => false).entries,
        now: $blocksUntil($firstBlock(), () => false).blocks,
      },
    ]
  )
}

interface Anchors {
  mirror: Mirror
  dirty: ReadonlySet<NodeKey>
  isAnchor: (key: NodeKey) => boolean
}

/** The regions between anchors; null when the anchors are not in the same order on both sides. */
function $regionsBetween({ mirror, dirty, isAnchor }: Anchors): ChangedRegion[] | null {
  const isHere = (key: NodeKey) => isAnchor(key) && $attachedBlock(key) !== null
  const starts = new Set<MirrorEntry | null>()
  for (const key of dirty) {
    const node = $attachedBlock(key)
    const entry = mirror.entry(key)
    if (node) {
      if (isAnchor(key)) starts.add(entry)
      starts.add(mirrorEntryOf(mirror, $previousAnchor(node, isAnchor)))
    }
    if (entry) starts.add(previousEntry(mirror, entry, isHere))
  }
  const regions: ChangedRegion[] = []
  for (const after of inOrder(starts, mirror)) {
    const old = entriesUntil(mirror, after ? mirror.next(after) : mirror.first, isHere)
    const now = $blocksUntil($nextBlock(after), isAnchor)
    if (old.end !== now.end) return null
    if (old.entries.length > 0 || now.blocks.length > 0) regions.push({ after, old: old.entries, now: now.blocks })
  }
  return regions
}

/** The block of the editor; null when there is none: inside an update, removed nodes can still be found by their keys. */
export function $attachedBlock(key: NodeKey): BlockNode | null {
  const node = $getNodeByKey(key)
  return $isBlockNode(node) && node.isAttached() ? node : null
}

function mirrorEntryOf(mirror: Mirror, block: BlockNode | null): MirrorEntry | null {
  return block && mirror.entry(block.getKey())
}

function $previousAnchor(block: BlockNode, isAnchor: (key: NodeKey) => boolean): BlockNode | null {
  let each = block.getPreviousSibling()
  while (each && !isAnchor(each.getKey())) each = each.getPreviousSibling()
  return $isBlockNode(each) ? each : null
}

function previousEntry(mirror: Mirror, entry: MirrorEntry, isAnchor: (key: NodeKey) => boolean): MirrorEntry | null {
  let each = mirror.previous(entry)
  while (each && !isAnchor(each.value.key)) each = mirror.previous(each)
  return each
}

function inOrder(starts: ReadonlySet<MirrorEntry | null>, mirror: Mirror): (MirrorEntry | null)[] {
  const offset = (entry: MirrorEntry | null) => (entry ? mirror.offsetOf(entry) : -1)
  return [...starts].toSorted((a, b) => offset(a) - offset(b))
}

function entriesUntil(
  mirror: Mirror,
  from: MirrorEntry | null,
  isEnd: (key: NodeKey) => boolean,
): { entries: MirrorEntry[]; end: NodeKey | null } {
  const entries: MirrorEntry[] = []
  let each = from
  for (; each && !isEnd(each.value.key); each = mirror.next(each)) entries.push(each)
  return { entries, end: each?.value.key ?? null }
}

function $blocksUntil(
  from: BlockNode | null,
  isEnd: (key: NodeKey) => boolean,
): { blocks: BlockNode[]; end: NodeKey | null } {
  const blocks: BlockNode[] = []
  let each = from
  for (; each && !isEnd(each.getKey()); each = $blockAfter(each)) blocks.push(each)
  return { blocks, end: each?.getKey() ?? null }
}

function $firstBlock(): BlockNode | null {
  const first = $getRoot().getFirstChild()
  return $isBlockNode(first) ? first : null
}

function $nextBlock(after: MirrorEntry | null): BlockNode | null {
  if (!after) return $firstBlock()
  const node = $getNodeByKey(after.value.key)
  return $isBlockNode(node) ? $blockAfter(node) : null
}

function $blockAfter(block: BlockNode): BlockNode | null {
  const next = block.getNextSibling()
  return $isBlockNode(next) ? next : null
}
