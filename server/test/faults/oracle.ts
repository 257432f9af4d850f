import { marksOf, outsideMarks } from '../../src/sync/testing/marks.ts'
import { FaultWindows } from './fault-windows.ts'

/** What somebody was let believe of a mark. */
type Promise = 'acknowledged' | 'seen' | 'said saved'

interface Fate {
  who: string
  typedAt: number
  acknowledgedAt: number | null
  isSeen: boolean
  /** Their page said that it was saved. */
  isSaidSaved: boolean
}

/** What is found after a scenario: all that is not a count is empty when the server keeps its word. */
export interface Verdict {
  typed: number
  acknowledged: number
  /** Marks that somebody else was shown. */
  seen: number
  /** Marks that were promised to somebody, and were not stored at a moment when nothing but the disk could bring them back. */
  lost: string[]
  /** Marks that are stored more than once. */
  doubled: string[]
  /** Marks typed and never stored, though all were given the time to arrive. */
  missing: string[]
  /** What is stored outside of any mark: somebody typed inside of another's. */
  torn: string
  /** Who does not have what is stored, and where. */
  diverged: string[]
  /** From the keystroke to the acknowledgement, for those during which nothing failed. */
  acknowledgementsMs: number[]
  /** From each mending to the moment when all that was typed before is acknowledged. */
  recoveriesMs: number[]
}

/**
 * Judges one document of a scenario. It is told what each client typed, what was acknowledged, shown or said to be saved, and
 * compares with what is stored. A mark (`‹who.number›`) is typed once in the world, and nobody deletes one.
 */
export class Oracle {
  readonly #now: () => number
  readonly #marks = new Map<string, Fate>()
  readonly #lost = new Set<string>()
  readonly #faults: FaultWindows
  #acknowledged = 0

  constructor({ now = () => performance.now() }: { now?: () => number } = {}) {
    this.#now = now
    this.#faults = new FaultWindows()
  }

  get acknowledged(): number {
    return this.#acknowledged
  }

  get typed(): number {
    return this.#marks.size
  }

  typedBy(who: string, mark: string): void {
    if (this.#marks.has(mark)) throw new Error(`${mark} is typed twice: the scenario is wrong`)
    const typedAt = this.#now()
    this.#marks.set(mark, { who, typedAt, acknowledgedAt: null, isSeen: false, isSaidSaved: false })
  }

  acknowledgedTo(mark: string): void {
    const fate = this.#fateOf(mark)
    if (fate.acknowledgedAt !== null) return
    if (!fate.isSaidSaved) this.#acknowledged += 1
    fate.acknowledgedAt = this.#now()
  }

  /** `who` was shown a mark. One's own proves nothing. */
  seenBy(who: string, mark: string): void {
    const fate = this.#fateOf(mark)
    if (fate.who !== who) fate.isSeen = true
  }

  /** The page of whoever typed a mark said that it was saved. */
  saidSaved(mark: string): void {
    const fate = this.#fateOf(mark)
    if (!fate.isSaidSaved && fate.acknowledgedAt === null) this.#acknowledged += 1
    fate.isSaidSaved = true
  }

  /** Something fails from now on: what waits meanwhile is not the server's slowness. */
  faultBegins(): void {
    this.#faults.begin(this.#now())
  }

  /** What failed is mended: from now on the recovery counts. */
  faultIsMended(): void {
    this.#faults.mend(this.#now())
  }

  /** All is as before. */
  faultEnds(): void {
    this.#faults.end(this.#now())
  }

  /** Marks typed until then which are not acknowledged. */
  unacknowledgedUntil(at: number): string[] {
    return [...this.#marks].filter(([, fate]) => fate.typedAt <= at && !isPromised(fate)).map(([mark]) => mark)
  }

  /** Marks of `stored` which nobody was told to be durable. */
  notAcknowledged(stored: string): string[] {
    return marksOf(stored).filter((mark) => !isPromised(this.#fateOf(mark)))
  }

  /** What has been promised until now: each mark, and what its writer or others were let believe. */
  promises(): ReadonlyMap<string, string> {
    const promises = new Map<string, string>()
    for (const [mark, fate] of this.#marks) {
      const [promise] = promisesOf(fate)
      if (promise) promises.set(mark, `${promise}, typed by ${fate.who}`)
    }
    return promises
  }

  /**
   * Compares what the next process would find, at a moment when no client could have brought back what was lost, with what had been
   * promised before it was read.
   */
  checkStored(stored: string, promises = this.promises()): void {
    const kept = new Set(marksOf(stored))
    for (const [mark, promise] of promises) if (!kept.has(mark)) this.#lost.add(`${mark} (${promise})`)
  }

  /** The end: all has had the time to arrive. `copies` are the texts of those who are there, by name. */
  judge({ stored, copies }: { stored: string; copies: ReadonlyMap<string, string> }): Verdict {
    this.checkStored(stored)
    const counts = new Map<string, number>()
    for (const mark of marksOf(stored)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    const fates = [...this.#marks.values()]
    return {
      typed: fates.length,
      acknowledged: this.#acknowledged,
      seen: fates.filter(({ isSeen }) => isSeen).length,
      lost: [...this.#lost],
      doubled: [...counts].filter(([, count]) => count > 1).map(([mark]) => mark),
      missing: [...this.#marks.keys()].filter((mark) => !counts.has(mark)),
      torn: outsideMarks(stored),
      diverged: [...copies].flatMap(([who, text]) => differenceOf(who, { text, stored })),
      acknowledgementsMs: fates.flatMap(({ typedAt, acknowledgedAt }) =>
        acknowledgedAt === null || this.#faults.touch(typedAt, acknowledgedAt) ? [] : [acknowledgedAt - typedAt],
      ),
      recoveriesMs: this.#faults.recoveriesMs(),
    }
  }

  #fateOf(mark: string): Fate {
    const fate = this.#marks.get(mark)
    if (!fate) throw new Error(`${mark} was typed by nobody`)
    return fate
  }
}

/** To whoever typed it. */
function isPromised({ acknowledgedAt, isSaidSaved }: Fate): boolean {
  return acknowledgedAt !== null || isSaidSaved
}

function promisesOf({ acknowledgedAt, isSeen, isSaidSaved }: Fate): Promise[] {
  const promises: Promise[] = []
  if (isSaidSaved) promises.push('said saved')
  if (acknowledgedAt !== null) promises.push('acknowledged')
  if (isSeen) promises.push('seen')
  return promises
}

/** Whether somebody has what is stored: a page does not show the line end of the last line. */
export function hasAllOf(stored: string, text: string): boolean {
  return text === stored || `${text}\n` === stored
}

/** How much of a text is told around a difference. */
const TOLD_CHARACTERS = 40

/** Who has another text than the one that is stored, and from where on. */
function differenceOf(who: string, { text, stored }: { text: string; stored: string }): string[] {
  if (hasAllOf(stored, text)) return []
  let at = 0
  while (at < text.length && text[at] === stored[at]) at += 1
  const around = (whole: string): string =>
    JSON.stringify(whole.slice(Math.max(0, at - TOLD_CHARACTERS), at + TOLD_CHARACTERS))
  return [`${who}, from character ${at} of ${stored.length} on: ${around(text)} for ${around(stored)}`]
}
