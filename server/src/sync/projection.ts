import type { Pool } from 'pg'
import type { DocumentKind } from '@pupitre/document'
import type { Clock } from './clock.ts'
import { DirtyFields } from './dirty-fields.ts'
import type { FieldText } from './field-text.ts'
import { PROJECTION_RETRY_MS } from './limits.ts'
import type { SyncLogger } from './logger.ts'
import { LongTexts } from './long-texts.ts'
import { measures } from './measures.ts'
import { type OnPassages, Passages } from './passages.ts'
import { PROJECT, projectParameters, type ProjectedDocument } from './projection-statement.ts'
import { readField } from './quiet-text.ts'
import type { Room } from './room.ts'

const KINDS: readonly DocumentKind[] = ['fiche', 'plan']

interface Work {
  room: Room
  fields: string[]
  projected: Omit<ProjectedDocument, 'texts'>
  texts: Promise<FieldText[]>
}

/** Told of the fiches whose titre has just been written where lists read it. Must not throw. */
export type OnTitres = (ficheIds: readonly string[]) => void

interface ProjectionParts {
  pool: Pool
  clock: Clock
  logger: SyncLogger
  onTitres?: OnTitres | undefined
  onPassages?: OnPassages | undefined
}

/**
 * Writes what the rest of Pupitre reads of live texts: plain text and Markdown, a moment after each edit. Several
 * documents go in one statement, one statement at a time.
 */
export class Projection {
  readonly #pool: Pool
  readonly #clock: Clock
  readonly #logger: SyncLogger
  readonly #onTitres: OnTitres
  readonly #texts: LongTexts
  readonly #passages: Passages
  readonly #dirty = new Map<Room, DirtyFields>()
  #cancelTimer: (() => void) | null = null
  #timerAt = Infinity
  #writing: Promise<unknown> = Promise.resolve()

  constructor({ pool, clock, logger, onTitres = () => {}, onPassages = () => {} }: ProjectionParts) {
    this.#pool = pool
    this.#clock = clock
    this.#logger = logger
    this.#onTitres = onTitres
    this.#texts = new LongTexts({ clock })
    this.#passages = new Passages({ pool, logger, onPassages })
  }

  markDirty(room: Room, fields: Iterable<string>): void {
    const dirty = this.#dirtyOf(room)
    dirty.mark(fields, this.#clock.now())
    this.#wakeAt(dirty.dueAt())
  }

  /**
   * Writes all that is dirty in these rooms (in all of them when left out). Resolves when it is committed.
   * @throws when the database cannot take it; it stays dirty and is tried again
   */
  async flush(rooms: Iterable<Room> = [...this.#dirty.keys()]): Promise<void> {
    const wanted = [...rooms]
    await this.#exclusively(() => this.#write(wanted, (dirty) => dirty.takeAll()))
  }

  /** Stops caring for a room that is unloaded or not to be trusted. */
  forget(room: Room): void {
    this.#dirty.delete(room)
  }

  async close(): Promise<void> {
    await this.#texts.close()
  }

  #wakeAt(dueAt: number): void {
    if (dueAt >= this.#timerAt) return
    this.#cancelTimer?.()
    this.#timerAt = dueAt
    this.#cancelTimer = this.#clock.after(Math.max(0, dueAt - this.#clock.now()), () => {
      this.#timerAt = Infinity
      void this.#wake()
    })
  }

  async #wake(): Promise<void> {
    const now = this.#clock.now()
    try {
      await this.#exclusively(() => this.#write([...this.#dirty.keys()], (dirty) => dirty.takeDue(now)))
    } catch {
      return
    }
    this.#wakeAt(Math.min(...[...this.#dirty.values()].map((dirty) => dirty.dueAt())))
  }

  #exclusively<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#writing.then(task)
    this.#writing = result.catch(() => undefined)
    return result
  }

  async #write(rooms: readonly Room[], take: (dirty: DirtyFields) => string[]): Promise<void> {
    for (const kind of KINDS) {
      const work = rooms.filter((room) => room.document.ref.kind === kind).flatMap((room) => this.#project(room, take))
      if (work.length > 0) await this.#writeKind(kind, work)
    }
  }

  #project(room: Room, take: (dirty: DirtyFields) => string[]): Work[] {
    const dirty = this.#dirty.get(room)
    const fields = dirty ? take(dirty) : []
    if (!dirty || fields.length === 0) return []
    if (dirty.isEmpty) this.#dirty.delete(room)
    const { documentId, epoch, ref, seq, doc } = room.document
    const texts = Promise.all(fields.map((field) => this.#texts.project(field, readField(doc, field))))
    return [
      { room, fields, texts, projected: { documentId, epoch, ownerId: ref.uuid, seq, isComplete: dirty.isEmpty } },
    ]
  }

  async #writeKind(kind: DocumentKind, work: Work[]): Promise<void> {
    const startedAt = performance.now()
    const tell = (outcome: 'written' | 'failed') => {
      const fields = work.reduce((sum, each) => sum + each.fields.length, 0)
      measures.projection.publish({ outcome, milliseconds: performance.now() - startedAt, fields })
    }
    try {
      const documents = await Promise.all(
        work.map(async ({ projected, texts }) => ({ ...projected, texts: await texts })),
      )
      await this.#pool.query({
        name: `project-${kind}`,
        text: PROJECT[kind],
        values: projectParameters(documents),
      })
      tell('written')
    } catch (err) {
      tell('failed')
      this.#logger.warn({ err, documents: work.length }, 'texts were not projected')
      for (const { room, fields } of work) this.#dirtyOf(room).mark(fields, this.#clock.now())
      this.#wakeAt(this.#clock.now() + PROJECTION_RETRY_MS)
      throw err
    }
    const titled = kind === 'fiche' ? work.filter(({ fields }) => fields.includes('titre')) : []
    if (titled.length > 0) this.#onTitres(titled.map(({ room }) => room.document.ref.uuid))
    await this.#passages.follow(
      kind,
      work.map(({ room }) => room.document),
    )
  }

  #dirtyOf(room: Room): DirtyFields {
    const known = this.#dirty.get(room)
    if (known) return known
    const dirty = new DirtyFields()
    this.#dirty.set(room, dirty)
    return dirty
  }
}
