import { credentialIdOf, type Viewer } from '../domain/viewer.ts'
import type { Connection } from './connection.ts'
import type { Authorise } from './judgement.ts'
import { JUDGE_AGAIN_AT_ONCE } from './limits.ts'
import type { SyncLogger } from './logger.ts'

/** A viewer as they are now, from their session; null when it has ended. */
export type ReloadViewer = (viewer: Viewer) => Promise<Viewer | null>

interface JudgeAgainParts {
  connections: () => Iterable<Connection>
  reload: ReloadViewer
  authorise: Authorise
  logger: SyncLogger
}

/**
 * Judges whatever is open as if it came now, when a change of rights on another process may not have been heard. Who may do
 * the same as before notices nothing; the others are closed, come back, and are answered.
 */
export class JudgeAgain {
  readonly #parts: JudgeAgainParts
  #running: Promise<void> | null = null
  #isAskedAgain = false

  constructor(parts: JudgeAgainParts) {
    this.#parts = parts
  }

  /** Resolves when everything that was open has been judged. Never rejects. */
  run(): Promise<void> {
    this.#isAskedAgain = this.#running !== null
    this.#running ??= this.#runAll().finally(() => (this.#running = null))
    return this.#running
  }

  async #runAll(): Promise<void> {
    do {
      this.#isAskedAgain = false
      const viewers = new Map<string, Promise<Viewer | null>>()
      const waiting = [...this.#parts.connections()]
      const workers = Array.from({ length: JUDGE_AGAIN_AT_ONCE }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) await this.#judge(next, viewers)
      })
      await Promise.all(workers)
    } while (this.#isAskedAgain)
  }

  async #judge(connection: Connection, viewers: Map<string, Promise<Viewer | null>>): Promise<void> {
    const { standing } = connection
    if (!standing) return
    const { viewer, access } = standing
    try {
      const reloaded = viewers.get(credentialIdOf(viewer)) ?? this.#parts.reload(viewer)
      viewers.set(credentialIdOf(viewer), reloaded)
      const now = await reloaded
      const judgement = now && (await this.#parts.authorise({ viewer: now, ref: connection.ref }))
      if (judgement?.access !== access) connection.close('rightsChanged')
    } catch (err) {
      // It is asked again before long: nobody is sent away because the database is.
      this.#parts.logger.warn({ err, ref: connection.ref }, 'a connection could not be judged again')
    }
  }
}
