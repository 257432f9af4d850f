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
import { compose } from '../flat/compose.ts'
import { diffBlocks } from '../flat/diff.ts'
import { lengthChange } from '../flat/edit-builder.ts'
import { mapPosition, mapPositionBack } from '../flat/map-position.ts'
import { readFlatBlocks } from '../flat/read-text.ts'
import { TwoSides } from '../flat/two-sides.ts'
import type { TextEdit } from '../model.ts'
import { $adoptShownSelection } from './adopt-selection.ts'
import { bindingRules } from './binding-rules.ts'
import type { BindingRules } from './binding-rules.ts'
import { $collectEdit } from './collect-edit.ts'
import { $composedRange, holdRange } from './hold-composition.ts'
import { Mirror } from './mirror.ts'
import type { MirrorBlock } from './mirror.ts'
import { $mirrorOf } from './mirror-of-editor.ts'
import { $offsetOfPoint, $pointAt, $selectionBetween } from './points.ts'
import type { LexicalPoint } from './points.ts'
import { mapSelection } from './relative-selection.ts'
import type { OffsetSelection } from './relative-selection.ts'
import { TextGate } from './text-gate.ts'
import { $keepTouchedBlocks } from './transforms.ts'
import { $createBlock } from './write-block.ts'

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
  readonly #shape: FieldShape
  readonly #rules: BindingRules
  readonly #sides: TwoSides
  readonly #hooks: BindingHooks
  readonly #gate: TextGate
  readonly #unregister: () => void
  #mirror = new Mirror()
  /** What the mirror has more than the editor's last commit, inside an update: null outside. An update may yet be thrown away. */
  #ahead: TextEdit | null = null
  #hasFailed = false
  /** The selection before the edits that wait to be written, in offsets of the text that they are written to. */
  #selectionBefore: OffsetSelection | null = null

  constructor({ editor, text, doc, origin, shape, hooks = {}, rules = bindingRules }: TextBindingOptions) {
    this.#editor = editor
    this.#text = text
    this.#shape = shape
    this.#hooks = hooks
    this.#rules = rules
    this.#sides = new TwoSides(rules.transform)
    this.#load()
    this.#unregister = editor.registerUpdateListener((payload) => this.#onCommit(payload))
    this.#gate = new TextGate({
      text,
      doc,
      origin,
      onOpening: () => this.flush(),
      onRemoteEdit: (edit) => this.#onRemote(edit),
      onFree: () => this.#onFree(),
    })
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
    this.#unregister()
    this.#gate.destroy()
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

  #onCommit({ dirtyElements, dirtyLeaves, editorState, prevEditorState }: UpdateListenerPayload): void {
    if (editorState === prevEditorState) {
      this.#onThrownAway(editorState)
      return
    }
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
      if (!this.#ahead && this.#hooks.wantsSelection?.()) this.#selectionBefore ??= this.selection(prevEditorState)
      // A whole new state (setEditorState) names the root alone.
      const isWhole = dirtyElements.size === 1 && dirtyLeaves.size === 0 && dirtyElements.has('root')
      editorState.read(() => this.#$collect(isWhole ? this.#$allKeys() : dirtyElements.keys()), {
        editor: this.#editor,
      })
      this.#send()
    }
    this.#ahead = null
    this.#hasFailed = false
    if (!this.#editor.isComposing()) this.#catchUp()
    this.#hooks.onCommit?.()
  }

  /** An update threw, and Lexical went back to the state before it: what the mirror took from it is to be done again. */
  #onThrownAway(state: EditorState): void {
    if (!this.#ahead) return
    this.#sides.lag(this.#ahead)
    this.#mirror = state.read(() => $mirrorOf(this.#shape, this.#mirror.length - lengthChange(this.#ahead ?? [])))
    this.#ahead = null
    // Once more at once; if that fails too, with the next change.
    const isFirst = !this.#hasFailed
    this.#hasFailed = true
    if (isFirst) this.#catchUp()
  }

  #$allKeys(): NodeKey[] {
    return [...$getRoot().getChildrenKeys(), ...[...this.#mirror].map(({ key }) => key)]
  }

  #$collect(dirty: Iterable<NodeKey>): TextEdit {
    const { edit, visited } = $collectEdit({ mirror: this.#mirror, dirty, shape: this.#shape, diff: this.#rules.diff })
    this.counts.blocksVisited += visited
    this.#sides.editLocally(edit)
    return edit
  }

  #send(): void {
    if (this.#gate.isBusy) return
    const selection = this.#selectionBefore
    this.#selectionBefore = null
    if (this.#sides.unsent.length === 0) return
    this.#hooks.onBeforeWrite?.(selection)
    this.counts.localEdits += 1
    this.#gate.write(this.#sides.takeUnsent())
  }

  #onFree(): void {
    this.#send()
    if (this.#sides.unsent.length > 0 || this.#hasSoundLength()) return
    const now = readFlatBlocks(this.#text, this.#shape)
    this.#sides.lagBy(
      diffBlocks(
        [...this.#mirror].map(({ block }) => block),
        now,
        null,
      ),
    )
    this.#catchUp()
  }

  /** Whether the text is as long as the binding takes it for: a delta does not tell an embedded string from characters. */
  #hasSoundLength(): boolean {
    return this.#mirror.length + lengthChange(this.#sides.behind) === this.#text.length
  }

  #onRemote(edit: TextEdit): void {
    if (edit.length === 0) return
    this.counts.remoteEdits += 1
    if (this.#selectionBefore) this.#selectionBefore = mapSelection(edit, this.#selectionBefore)
    this.#sides.editRemotely(edit)
    this.#catchUp()
  }

  /** Puts into the editor what it does not have yet, but for what would disturb a composition. */
  #catchUp(): void {
    if (this.#sides.behind.length === 0) return
    const tag = this.#editor.isComposing() ? [...SPLICE_TAGS, SKIP_DOM_SELECTION_TAG] : SPLICE_TAGS
    this.#editor.update(() => this.#$catchUp(), { discrete: true, tag })
  }

  #$catchUp(): void {
    const editor = this.#editor
    this.#ahead ??= []
    // Inside someone's own update, what they did so far is in no commit yet.
    if (editor._dirtyElements.size > 0) {
      $keepTouchedBlocks([...editor._dirtyElements.keys()], this.#shape)
      this.#ahead = compose(this.#ahead, this.#$collect([...editor._dirtyElements.keys()]))
    } else $adoptShownSelection(editor)
    const composed = $composedRange(editor, this.#mirror)
    const edit = this.#sides.takeBehind((behind) =>
      composed ? holdRange(behind, composed) : { now: behind, later: [] },
    )
    this.#ahead = compose(this.#ahead, edit)
    this.counts.blocksVisited += this.#rules.splice({ mirror: this.#mirror, edit, shape: this.#shape })
  }
}
