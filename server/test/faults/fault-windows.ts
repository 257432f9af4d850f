interface FaultWindow {
  from: number
  mendedAt: number
  until: number
}

/** When something failed, and how long it took until all was as before. Times in milliseconds of one clock. */
export class FaultWindows {
  readonly #windows: FaultWindow[] = []

  begin(at: number): void {
    this.#windows.push({ from: at, mendedAt: Infinity, until: Infinity })
  }

  mend(at: number): void {
    const window = this.#windows.at(-1)
    if (window) window.mendedAt = at
  }

  end(at: number): void {
    const window = this.#windows.at(-1)
    if (window) window.until = at
  }

  /** Whether something failed between the two moments. */
  touch(from: number, to: number): boolean {
    return this.#windows.some((window) => window.from <= to && from <= window.until)
  }

  /** How long each recovery took which has ended. */
  recoveriesMs(): number[] {
    return this.#windows.filter(({ until }) => until !== Infinity).map(({ mendedAt, until }) => until - mendedAt)
  }
}
