import type { DeltaAttributes, TextEdit } from '../model.ts'

/** A delta's operation which edits. */
export type EditOp = TextEdit[number]

export function insertLength(insert: string | Record<string, unknown>): number {
  return typeof insert === 'string' ? insert.length : 1
}

/** How much of the old text an operation stands for. */
export function oldLength(op: EditOp): number {
  if ('retain' in op) return op.retain
  return 'delete' in op ? op.delete : 0
}

/** How much longer an edit makes a text. */
export function lengthChange(edit: TextEdit): number {
  return edit.reduce((sum, op) => sum + ('insert' in op ? insertLength(op.insert) : 'delete' in op ? -op.delete : 0), 0)
}

export function isEmptyAttributes(attributes: DeltaAttributes | undefined): boolean {
  if (!attributes) return true
  for (const _key in attributes) return false
  return true
}

export function sameAttributes(a: DeltaAttributes | undefined, b: DeltaAttributes | undefined): boolean {
  if (a === b) return true
  const left = Object.entries(a ?? {})
  return left.length === Object.keys(b ?? {}).length && left.every(([key, value]) => b?.[key] === value)
}

/** Builds a delta in its shortest form: like neighbours joined, nothing empty, no trailing plain retain. */
export class EditBuilder {
  readonly #ops: EditOp[] = []

  retain(length: number, attributes?: DeltaAttributes): void {
    if (length === 0) return
    const last = this.#ops.at(-1)
    if (last && 'retain' in last && sameAttributes(last.attributes, attributes)) last.retain += length
    else this.#ops.push(isEmptyAttributes(attributes) ? { retain: length } : { retain: length, attributes })
  }

  delete(length: number): void {
    if (length === 0) return
    const last = this.#ops.at(-1)
    if (last && 'delete' in last) last.delete += length
    else this.#ops.push({ delete: length })
  }

  insert(insert: string | Record<string, unknown>, attributes?: DeltaAttributes): void {
    if (insert === '') return
    const last = this.#ops.at(-1)
    if (
      last &&
      'insert' in last &&
      typeof last.insert === 'string' &&
      typeof insert === 'string' &&
      sameAttributes(last.attributes, attributes)
    ) {
      last.insert += insert
    } else this.#ops.push({ insert, attributes: attributes ?? {} })
  }

  push(op: EditOp): void {
    if ('retain' in op) this.retain(op.retain, op.attributes)
    else if ('delete' in op) this.delete(op.delete)
    else this.insert(op.insert, op.attributes)
  }

  pushAll(edit: TextEdit): void {
    for (const op of edit) this.push(op)
  }

  finish(): TextEdit {
    const last = this.#ops.at(-1)
    if (last && 'retain' in last && !last.attributes) this.#ops.pop()
    return this.#ops
  }
}
