/** Which fields each person changed. */
export class TouchedFields {
  readonly #fields = new Map<string, Set<string>>()

  add(userId: string, field: string): void {
    const fields = this.#fields.get(userId)
    if (fields) fields.add(field)
    else this.#fields.set(userId, new Set([field]))
  }

  of(userId: string): ReadonlySet<string> {
    return this.#fields.get(userId) ?? new Set()
  }
}
