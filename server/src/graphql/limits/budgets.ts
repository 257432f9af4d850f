const MINUTE_MS = 60_000

/** Accounts kept: past these, the one that has been quiet for longest is forgotten. */
export const MAX_ACCOUNTS = 100_000

/** How an account stands once points were asked of it. */
export interface Standing {
  /** Points left now. */
  remaining: number
  /** Null: the points were taken. Otherwise none were, and there are enough in so many seconds. */
  retryAfterSeconds: number | null
}

interface Account {
  /** Points spent and not yet given back, at `at`. */
  spent: number
  /** Milliseconds. */
  at: number
}

/**
 * What each may spend on the API: so many points at once, which come back evenly over a minute. In this process's memory: other processes tell
 * what was spent there (docs/decisions/0022).
 */
export class Budgets {
  /** Points of a full account. */
  readonly limit: number
  readonly #now: () => number
  readonly #accounts = new Map<string, Account>()
  readonly #listeners = new Set<(payer: string, points: number) => void>()

  constructor({ pointsPerMinute, now = Date.now }: { pointsPerMinute: number; now?: () => number }) {
    this.limit = pointsPerMinute
    this.#now = now
  }

  /** Takes points from an account, all or none. */
  take(payer: string, points: number): Standing {
    const account = this.#read(payer)
    const over = account.spent + points - this.limit
    if (over > 0) {
      return {
        remaining: this.#remaining(account),
        retryAfterSeconds: Math.max(1, Math.ceil((over * MINUTE_MS) / this.limit / 1000)),
      }
    }
    account.spent += points
    for (const listener of this.#listeners) listener(payer, points)
    return { remaining: this.#remaining(account), retryAfterSeconds: null }
  }

  /** Points that another process took. A debt is never more than a whole account: whoever stops is heard again within two minutes. */
  takenElsewhere(payer: string, points: number): void {
    const account = this.#read(payer)
    account.spent = Math.min(account.spent + points, 2 * this.limit)
  }

  /** Told of the points that this process takes. */
  onTaken(listener: (payer: string, points: number) => void): void {
    this.#listeners.add(listener)
  }

  #remaining({ spent }: Account): number {
    return Math.max(0, Math.floor(this.limit - spent))
  }

  /** An account as it is now, the last one used. */
  #read(payer: string): Account {
    const now = this.#now()
    const kept = this.#accounts.get(payer)
    // A clock that is set back gives nothing, and takes nothing away.
    const back = kept ? (Math.max(0, now - kept.at) * this.limit) / MINUTE_MS : 0
    const account = { spent: Math.max(0, (kept?.spent ?? 0) - back), at: now }
    this.#accounts.delete(payer)
    this.#accounts.set(payer, account)
    if (this.#accounts.size > MAX_ACCOUNTS) {
      const [quietest] = this.#accounts.keys()
      if (quietest !== undefined) this.#accounts.delete(quietest)
    }
    return account
  }
}
