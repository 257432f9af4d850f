import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical'
import type { EditorState, LexicalEditor, NodeKey, UpdateListenerPayload } from 'lexical'
import type * as Y from 'yjs'
import type { FieldShape } from '../flat/block-builder.ts'
import { diffBlocks } from '../flat/diff.ts'
import { mapPosition, mapPositionBack } from '../flat/map-position.ts'
import { editOfEvent } from '../flat/event-edit.ts'
import { readFlatBlocks } from '../flat/read-text.ts'
import { transformPair } from '../flat/transform.ts'
import type { TransformPair } from '../flat/transform.ts'
import { TwoSides } from '../flat/two-sides.ts'
import type { TextEdit } from '../model.ts'
import { $collectEdit } from './collect-edit.ts'
import type { DiffBlocks } from './collect-edit.ts'
import { $composedRange, holdRange } from './hold-composition.ts'
import { Mirror } from './mirror.ts'
import type { MirrorBlock } from './mirror.ts'
import { $offsetOfPoint, $pointAt, $selectionBetween } from './points.ts'
import type { LexicalPoint } from './points.ts'
import type { OffsetSelection } from './relative-selection.ts'
import { $spliceEdit } from './splice-edit.ts'
import { $joinLines } from './transforms.ts'
import { $createBlock } from './write-block.ts'
import { writeText } from './write-text.ts'

/** The parts that decide what an edit becomes: the fuzz plants bugs by replacing one. */
export interface BindingRules {
  diff: DiffBlocks
  transform: TransformPair
  splice: typeof $spliceEdit
}

export const bindingRules: BindingRules = { diff: diffBlocks, transform: transformPair, splice: $spliceEdit }

export interface TextBindingOptions {
  editor: LexicalEditor
  text: Y.Text
  doc: Y.Doc
  origin: unknown
  shape: FieldShape
  hooks?: BindingHooks
  rules?: BindingRules
}

/** What undo and presence ask of the binding. */
export interface BindingHooks {
  /** Whether the next write should come with the selection that the user had before. */
  wantsSelection?(): boolean
  /** Right before a write to the `Y.Text`. */
  onBeforeWrite?(selection: OffsetSelection | null): void
  /** After each commit of the editor: text or selection may have changed. */
  onCommit?(): void
}

/** Blocks read or written so far, on either way: the cost of an edit, which must not depend on the text's size. */
export interface BindingCounts {
  localEdits: number
  remoteEdits: number
  blocksVisited: number
}

const SPLICE_TAGS = [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG]

/**
 * Keeps one editor and one `Y.Text` equal.
 *
 * `mirror` is what the editor held at its last commit; `sides` is what each side does not have yet. A local commit becomes the
 * delta between mirror and editor; a remote event is spliced into the blocks that it touches.
 */
export class TextBinding {
  readonly counts: BindingCounts = { localEdits: 0, remoteEdits: 0, blocksVisited: 0 }
  readonly #editor: LexicalEditor
  readonly #text: Y.Text
  readonly #doc: Y.Doc
  readonly #origin: unknown
  readonly #shape: FieldShape
  readonly #rules: BindingRules
  readonly #sides: TwoSides
  readonly #hooks: BindingHooks
  readonly #release: (() => void)[] = []
  #mirror = new Mirror()
  /** Transactions are open, or their observers still run: the `Y.Text` must not be written to. */
  #isDocBusy = false
  #isOpeningTransaction = false
  #ownTransaction: Y.Transaction | null = null
  /** The mirror is ahead of the editor's last commit: an update that fails now leaves it wrong. */
  #isMirrorAhead = false
  #mustReload = false
  #selectionBefore: OffsetSelection | null = null

  constructor({ editor, text, doc, origin, shape, hooks = {}, rules = bindingRules }: TextBindingOptions) {
    this.#editor = editor
    this.#text = text
    this.#doc = doc
    this.#origin = origin
    this.#shape = shape
    this.#hooks = hooks
    this.#rules = rules
    this.#sides = new TwoSides(rules.transform)
    this.#load()
    this.#listen()
  }

  /** Commits what the editor still holds, and writes it to the `Y.Text`; if a transaction is open, right after it. */
  flush(): void {
    this.#editor.update(() => {}, { discrete: true })
  }

  /** A state's selection in offsets of the `Y.Text`; null when there is none. */
  selection(state: EditorState = this.#editor.getEditorState()): OffsetSelection | null {
    return state.read(() => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return null
      const anchor = $offsetOfPoint(selection.anchor, this.#mirror)
      const focus = $offsetOfPoint(selection.focus, this.#mirror)
      return anchor === null || focus === null ? null : { anchor: this.#toText(anchor), focus: this.#toText(focus) }
    })
  }

  /** Selects a range of the `Y.Text` in the editor. */
  select({ anchor, focus }: OffsetSelection): void {
    this.#editor.update(
      () => {
        const from = this.$pointAt(anchor)
        const to = this.$pointAt(focus)
        if (from && to) $setSelection($selectionBetween(from, to))
      },
      { discrete: true },
    )
  }

  /** The editor's point for an offset of the `Y.Text`; null while the editor holds no block. */
  $pointAt(offset: number): LexicalPoint | null {
    return $pointAt(mapPositionBack({ edit: this.#sides.behind, offset }), this.#mirror)
  }

  /** What the editor held at its last commit, for tests: block by block, with the keys of their nodes. */
  *blocks(): Generator<MirrorBlock> {
    yield* this.#mirror
  }

  /** Stops. What the editor still holds is written first. */
  destroy(): void {
    this.flush()
    for (const release of this.#release.splice(0)) release()
  }

  #toText(offset: number): number {
    return mapPosition({ edit: this.#sides.behind, offset, stay: 'before' })
  }

  #load(): void {
    this.#editor.update(
      () => {
        $setSelection(null)
        this.#mirror = new Mirror()
        const nodes = readFlatBlocks(this.#text, this.#shape).map((block) => {
          const node = $createBlock(block)
          this.#mirror.insertAfter(this.#mirror.last, { key: node.getKey(), block })
          return node
        })
        $getRoot()
          .clear()
          .append(...nodes)
      },
      { discrete: true, tag: [...SPLICE_TAGS, HISTORIC_TAG] },
    )
  }

  #listen(): void {
    const onText = (event: Y.YTextEvent, transaction: Y.Transaction) => {
      if (transaction !== this.#ownTransaction) this.#onRemote(editOfEvent(event))
    }
    const onBeforeAll = () => {
      this.#isDocBusy = true
    }
    const onBefore = () => {
      if (!this.#isOpeningTransaction) this.flush()
    }
    const onAfterAll = () => {
      this.#isDocBusy = false
      if (this.#mustReload) this.#reload()
      this.#send()
    }
    this.#text.observe(onText)
    this.#doc.on('beforeAllTransactions', onBeforeAll)
    this.#doc.on('beforeTransaction', onBefore)
    this.#doc.on('afterAllTransactions', onAfterAll)
    this.#release.push(
      this.#editor.registerUpdateListener((payload) => this.#onCommit(payload)),
      () => this.#text.unobserve(onText),
      () => this.#doc.off('beforeAllTransactions', onBeforeAll),
      () => this.#doc.off('beforeTransaction', onBefore),
      () => this.#doc.off('afterAllTransactions', onAfterAll),
    )
  }

  #onCommit({ dirtyElements, dirtyLeaves, editorState, prevEditorState }: UpdateListenerPayload): void {
    if (editorState === prevEditorState) {
      this.#onRollback()
      return
    }
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
      if (!this.#isMirrorAhead && this.#hooks.wantsSelection?.())
        this.#selectionBefore ??= this.selection(prevEditorState)
      // A whole new state (setEditorState) names the root alone.
      const isWhole = dirtyElements.size === 1 && dirtyLeaves.size === 0 && dirtyElements.has('root')
      editorState.read(() => this.#$collect(isWhole ? this.#$allKeys() : dirtyElements.keys()), {
        editor: this.#editor,
      })
      this.#send()
    }
    this.#isMirrorAhead = false
    if (!this.#editor.isComposing()) this.#catchUp()
    this.#hooks.onCommit?.()
  }

  /** Lexical threw an update away and went back to the state before it. */
  #onRollback(): void {
    if (!this.#isMirrorAhead) return
    this.#isMirrorAhead = false
    this.#mustReload = true
    if (!this.#isDocBusy) this.#reload()
  }

  #reload(): void {
    this.#mustReload = false
    this.#sides.restart()
    this.#load()
    this.#catchUp()
  }

  #$allKeys(): NodeKey[] {
    return [...$getRoot().getChildrenKeys(), ...[...this.#mirror].map(({ key }) => key)]
  }

  #$collect(dirty: Iterable<NodeKey>): void {
    const { edit, visited } = $collectEdit({ mirror: this.#mirror, dirty, shape: this.#shape, diff: this.#rules.diff })
    this.counts.blocksVisited += visited
    this.#sides.editLocally(edit)
  }

  #send(): void {
    if (this.#isDocBusy || this.#sides.unsent.length === 0) return
    const selection = this.#selectionBefore
    this.#selectionBefore = null
    this.#hooks.onBeforeWrite?.(selection)
    const edit = this.#sides.takeUnsent()
    this.counts.localEdits += 1
    this.#isOpeningTransaction = true
    this.#doc.transact((transaction) => {
      this.#isOpeningTransaction = false
      this.#ownTransaction = transaction
      writeText(this.#text, edit)
    }, this.#origin)
    this.#ownTransaction = null
  }

  #onRemote(delta: TextEdit): void {
    if (delta.length === 0) return
    this.counts.remoteEdits += 1
    this.#sides.editRemotely(delta)
    this.#catchUp()
  }

  /** Puts into the editor what it does not have yet, but for what would disturb a composition. */
  #catchUp(): void {
    if (this.#sides.behind.length === 0 || this.#mustReload) return
    const editor = this.#editor
    editor.update(
      () => {
        this.#isMirrorAhead = true
        // Inside someone's own update, what they did so far is in no commit yet.
        if (editor._dirtyElements.size > 0) {
          if (this.#shape === 'line') $joinLines()
          this.#$collect([...editor._dirtyElements.keys()])
        }
        const composed = $composedRange(editor, this.#mirror)
        const edit = this.#sides.takeBehind((behind) =>
          composed ? holdRange(behind, composed) : { now: behind, later: [] },
        )
        this.counts.blocksVisited += this.#rules.splice({ mirror: this.#mirror, edit, shape: this.#shape })
      },
      { discrete: true, tag: editor.isComposing() ? [...SPLICE_TAGS, SKIP_DOM_SELECTION_TAG] : SPLICE_TAGS },
    )
  }
}
