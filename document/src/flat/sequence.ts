/** One place in a sequence; it stays the same while others come and go. */
export interface Entry<T> {
  value: T
  /** Own length, and the length of the subtree: kept by the sequence. */
  length: number
  total: number
  readonly priority: number
  parent: Entry<T> | null
  left: Entry<T> | null
  right: Entry<T> | null
}

/**
 * An ordered sequence of values with lengths: insertion, removal, the offset of an entry and the entry at an offset each take
 * O(log n) steps, so that a keystroke costs the same in a long document as in a short one.
 *
 * A treap (Seidel and Aragon, "Randomized Search Trees", 1996) with links to the parents.
 */
export class Sequence<T> {
  #root: Entry<T> | null = null
  #seed = 1

  /** The sum of all lengths. */
  get length(): number {
    return this.#root?.total ?? 0
  }

  get first(): Entry<T> | null {
    return this.#root && leftmost(this.#root)
  }

  get last(): Entry<T> | null {
    return this.#root && rightmost(this.#root)
  }

  next(entry: Entry<T>): Entry<T> | null {
    if (entry.right) return leftmost(entry.right)
    let child = entry
    while (child.parent && child.parent.right === child) child = child.parent
    return child.parent
  }

  previous(entry: Entry<T>): Entry<T> | null {
    if (entry.left) return rightmost(entry.left)
    let child = entry
    while (child.parent && child.parent.left === child) child = child.parent
    return child.parent
  }

  /** The sum of the lengths before the entry. */
  offsetOf(entry: Entry<T>): number {
    let offset = entry.left?.total ?? 0
    for (let child = entry; child.parent; child = child.parent) {
      if (child.parent.right === child) offset += (child.parent.left?.total ?? 0) + child.parent.length
    }
    return offset
  }

  /** The entry that holds the offset; the last one for what is past the end; null when empty. */
  at(offset: number): Entry<T> | null {
    if (offset >= this.length) return this.last
    let entry = this.#root
    let left = offset
    while (entry) {
      const before = entry.left?.total ?? 0
      if (left < before) entry = entry.left
      else if (left < before + entry.length) return entry
      else {
        left -= before + entry.length
        entry = entry.right
      }
    }
    return null
  }

  /** Adds a value after an entry; null puts it first. */
  insertAfter(entry: Entry<T> | null, value: T, length: number): Entry<T> {
    const added: Entry<T> = {
      value,
      length,
      total: length,
      priority: this.#nextPriority(),
      parent: null,
      left: null,
      right: null,
    }
    const after = entry ?? null
    if (!this.#root) this.#root = added
    else if (after && !after.right) this.#attach(after, 'right', added)
    else this.#attach(leftmost(after?.right ?? this.#root), 'left', added)
    while (added.parent && added.parent.priority > added.priority) this.#rotateUp(added)
    updateUpwards(added)
    return added
  }

  remove(entry: Entry<T>): void {
    for (let child = lighterChild(entry); child; child = lighterChild(entry)) this.#rotateUp(child)
    const { parent } = entry
    if (!parent) this.#root = null
    else {
      if (parent.left === entry) parent.left = null
      else parent.right = null
      updateUpwards(parent)
    }
    entry.parent = null
  }

  *[Symbol.iterator](): Generator<T> {
    for (let entry = this.first; entry; entry = this.next(entry)) yield entry.value
  }

  #attach(parent: Entry<T>, side: 'left' | 'right', child: Entry<T>): void {
    parent[side] = child
    child.parent = parent
  }

  #rotateUp(child: Entry<T>): void {
    const { parent } = child
    if (!parent) return
    const grandparent = parent.parent
    if (parent.left === child) {
      parent.left = child.right
      if (child.right) child.right.parent = parent
      child.right = parent
    } else {
      parent.right = child.left
      if (child.left) child.left.parent = parent
      child.left = parent
    }
    parent.parent = child
    child.parent = grandparent
    if (!grandparent) this.#root = child
    else if (grandparent.left === parent) grandparent.left = child
    else grandparent.right = child
    updateTotal(parent)
    updateTotal(child)
  }

  // Any well-mixed numbers will do; the same ones every time keep a failing run repeatable.
  #nextPriority(): number {
    this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0
    return this.#seed
  }
}

function leftmost<T>(entry: Entry<T>): Entry<T> {
  let found = entry
  while (found.left) found = found.left
  return found
}

function rightmost<T>(entry: Entry<T>): Entry<T> {
  let found = entry
  while (found.right) found = found.right
  return found
}

function lighterChild<T>({ left, right }: Entry<T>): Entry<T> | null {
  if (!left || !right) return left ?? right
  return left.priority < right.priority ? left : right
}

function updateTotal<T>(entry: Entry<T>): void {
  entry.total = entry.length + (entry.left?.total ?? 0) + (entry.right?.total ?? 0)
}

function updateUpwards<T>(entry: Entry<T>): void {
  for (let each: Entry<T> | null = entry; each; each = each.parent) updateTotal(each)
}
