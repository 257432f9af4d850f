/** How many pairs were found among those that should be, and among those that should not. */
export class Tally {
  readonly #name: string
  #foundDoublons = 0
  #missedDoublons = 0
  #foundOthers = 0
  #leftOthers = 0

  constructor(name: string) {
    this.#name = name
  }

  add({ isFound, isDoublon }: { isFound: boolean; isDoublon: boolean }): void {
    if (isDoublon) {
      if (isFound) this.#foundDoublons += 1
      else this.#missedDoublons += 1
    } else if (isFound) this.#foundOthers += 1
    else this.#leftOthers += 1
  }

  /** Of what is found, the part that is a duplicate. */
  get precision(): number {
    return this.#foundDoublons / (this.#foundDoublons + this.#foundOthers)
  }

  /** Of the duplicates, the part that is found. */
  get recall(): number {
    return this.#foundDoublons / (this.#foundDoublons + this.#missedDoublons)
  }

  toString(): string {
    const percent = (part: number) => `${(part * 100).toFixed(0)} %`
    const counts = `${this.#foundDoublons} trouvés, ${this.#missedDoublons} manqués, ${this.#foundOthers} à tort, ${this.#leftOthers} écartés`
    return `${this.#name} : précision ${percent(this.precision)}, rappel ${percent(this.recall)} (${counts})`
  }
}
