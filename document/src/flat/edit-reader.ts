import type { TextEdit } from '../model.ts'
import { insertLength } from './edit-builder.ts'
import type { EditOp } from './edit-builder.ts'

/** Reads a delta piece by piece; past its end it reads as one endless retain. */
export class EditReader {
  readonly #ops: TextEdit
  #index = 0
  #used = 0

  constructor(ops: TextEdit) {
    this.#ops = ops
  }

  /** Whether operations are left. */
  get more(): boolean {
    return this.#index < this.#ops.length
  }

  /** What the next piece does; `retain` past the end. */
  get kind(): 'retain' | 'insert' | 'delete' {
    const op = this.#ops[this.#index]
    if (!op || 'retain' in op) return 'retain'
    return 'delete' in op ? 'delete' : 'insert'
  }

  /** The current operation, whole. */
  peek(): EditOp | undefined {
    return this.#ops[this.#index]
  }

  /** What is left of the current operation, in UTF-16 units; endless past the end. */
  get left(): number {
    const op = this.#ops[this.#index]
    return op ? lengthOf(op) - this.#used : Number.POSITIVE_INFINITY
  }

  /** Takes `length` of the old text, and drops it with what is inserted before its end. */
  skip(length: number): void {
    for (let left = length; left > 0;) {
      const op = this.kind === 'insert' ? this.take() : this.take(Math.min(left, this.left))
      if ('retain' in op) left -= op.retain
      else if ('delete' in op) left -= op.delete
    }
  }

  /** Takes at most `length` of the current operation, which must be finite past the end. */
  take(length: number = Number.POSITIVE_INFINITY): EditOp {
    const op = this.#ops[this.#index]
    if (!op) return { retain: length }
    const from = this.#used
    const size = Math.min(length, lengthOf(op) - from)
    if (from + size === lengthOf(op)) {
      this.#index += 1
      this.#used = 0
    } else this.#used = from + size
    if ('retain' in op) return op.attributes ? { retain: size, attributes: op.attributes } : { retain: size }
    if ('delete' in op) return { delete: size }
    const insert = typeof op.insert === 'string' ? op.insert.slice(from, from + size) : op.insert
    return { insert, attributes: op.attributes ?? {} }
  }
}

function lengthOf(op: EditOp): number {
  if ('retain' in op) return op.retain
  return 'delete' in op ? op.delete : insertLength(op.insert)
}
