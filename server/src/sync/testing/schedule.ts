import type { DocumentRef } from '@pupitre/document'
import * as Y from 'yjs'
import type { FlushFate } from './gated-log.ts'
import { marksOf } from './marks.ts'
import { readDelta } from './read-delta.ts'
import { seededRandom } from '../../../test/seeded-random.ts'
import { newFiche, stored } from './stored-document.ts'
import { TestClient } from './test-client.ts'
import { startEngine, type TestEngine } from './test-engine.ts'

const CLIENTS = 4
const STEPS = 240
/** Longer than the longest wait between two tries of a flush. */
const ANY_WAIT_MS = 5_000
const FATES: readonly FlushFate[] = ['written', 'written', 'written', 'answerLost', 'away', 'busy']

/** One writer, and what it has typed: each mark once in the world. */
interface Writer {
  client: TestClient
  name: string
  typed: { mark: string; end: number }[]
}

export interface ScheduleResult {
  typed: string[]
  /** Marks that somebody deleted. */
  deleted: Set<string>
  /** Promised marks that were not stored when a process died; empty when the server keeps its word. */
  broken: string[]
  /** Each writer's text with its formats, and the stored one, in one spelling. */
  texts: string[]
  storedDelta: string
  storedText: string
  crashes: number
  flushes: number
}

/**
 * Runs one random schedule, the same for the same seed: who types, which frame arrives when, which connection breaks,
 * how each flush ends, when the process dies. Then lets everything arrive.
 */
export class Schedule {
  readonly #random: () => number
  readonly #deleted = new Set<string>()
  readonly #broken: string[] = []
  readonly #document: { ref: DocumentRef; documentId: string }
  #server: TestEngine
  #writers: Writer[] = []
  #crashes = 0
  #flushes = 0

  static async run(seed: number): Promise<ScheduleResult> {
    const schedule = new Schedule(seed, await newFiche())
    await schedule.#play()
    return await schedule.#settle()
  }

  private constructor(seed: number, document: { ref: DocumentRef; documentId: string }) {
    this.#random = seededRandom(seed)
    this.#document = document
    this.#server = startEngine({ isLogOpen: false })
  }

  async #play(): Promise<void> {
    const { ref } = this.#document
    this.#writers = Array.from({ length: CLIENTS }, (_, i) => {
      const query: Record<string, string> = i % 2 === 0 ? { ack: '1' } : {}
      return { client: new TestClient({ engine: this.#server.engine, ref, query }), name: `w${i}`, typed: [] }
    })
    for (const { client } of this.#writers) await client.connect()
    for (let step = 0; step < STEPS; step++) await this.#step()
    if (this.#random() < 0.5) await this.#crash()
  }

  async #step(): Promise<void> {
    const writer = this.#pick(this.#writers)
    const { client } = writer
    const dice = this.#random()
    if (dice < 0.3) this.#type(writer)
    else if (dice < 0.5) client.deliverOne()
    else if (dice < 0.7) client.readOne()
    else if (dice < 0.73) this.#delete(writer)
    else if (dice < 0.77) this.#format(writer)
    else if (dice < 0.92) await this.#flush(this.#pick(FATES))
    else if (dice < 0.95) this.#server.clock.advance(this.#random() * ANY_WAIT_MS)
    else if (dice < 0.965) client.disconnect()
    else if (dice < 0.99) await this.#reconnect(client)
    else await this.#crash()
  }

  #type(writer: Writer): void {
    const { client, name, typed } = writer
    const mark = `‹${name}.${typed.length}›`
    client.text.insert(0, mark)
    typed.push({ mark, end: Y.getState(client.doc.store, client.doc.clientID) })
  }

  #delete({ client }: Writer): void {
    const marks = marksOf(client.text.toString())
    if (marks.length === 0) return
    const mark = this.#pick(marks)
    client.text.delete(client.text.toString().indexOf(mark), mark.length)
    this.#deleted.add(mark)
  }

  #format({ client: { text } }: Writer): void {
    const from = Math.floor(this.#random() * text.length)
    const length = Math.floor(this.#random() * (text.length - from))
    if (length > 0) text.format(from, length, { bold: this.#pick([true, null]) })
  }

  async #flush(fate: FlushFate): Promise<void> {
    if (this.#server.log.waiting.length === 0) return
    this.#flushes += 1
    await this.#server.log.release(fate)
  }

  async #reconnect(client: TestClient): Promise<void> {
    client.disconnect()
    await client.connect(this.#server.engine)
  }

  /** The process dies between two flushes, or with one under way that the disk may or may not have taken. */
  async #crash(): Promise<void> {
    this.#crashes += 1
    if (this.#random() < 0.5) await this.#flush('answerLost')
    for (const { client } of this.#writers) client.disconnect()
    const kept = new Set(marksOf(await this.#storedText()))
    for (const mark of this.#promised()) {
      if (!kept.has(mark) && !this.#deleted.has(mark)) this.#broken.push(mark)
    }
    await this.#server.die()
    this.#server = startEngine({ isLogOpen: false })
    for (const { client } of this.#writers) await client.connect(this.#server.engine)
  }

  /** What the server has let somebody believe: own marks that it acknowledged, marks of others that it showed. */
  #promised(): string[] {
    return this.#writers.flatMap(({ client, typed }) => {
      const own = new Set(typed.map(({ mark }) => mark))
      const seen = marksOf(client.text.toString()).filter((mark) => !own.has(mark))
      return [...seen, ...typed.filter(({ end }) => end <= client.durableClock).map(({ mark }) => mark)]
    })
  }

  async #settle(): Promise<ScheduleResult> {
    const { engine, log, clock } = this.#server
    log.isOpen = true
    for (const { client } of this.#writers) if (!client.connection) await client.connect(engine)
    for (let isQuiet = false; !isQuiet;) {
      for (const { client } of this.#writers) client.exchange()
      while (log.waiting.length > 0) await log.release('written')
      clock.advance(ANY_WAIT_MS)
      await engine.commit.idle()
      isQuiet = this.#writers.every(({ client }) => client.outgoing.length + client.transport.sent.length === 0)
    }
    const result = {
      typed: this.#writers.flatMap(({ typed }) => typed.map(({ mark }) => mark)),
      deleted: this.#deleted,
      broken: this.#broken,
      texts: this.#writers.map(({ client }) => readDelta(client.text)),
      storedText: await this.#storedText(),
      storedDelta: readDelta((await stored(this.#server.pool, this.#document.documentId)).doc.getText('description')),
      crashes: this.#crashes,
      flushes: this.#flushes,
    }
    await this.#server.die()
    return result
  }

  async #storedText(): Promise<string> {
    const { doc } = await stored(this.#server.pool, this.#document.documentId)
    return doc.getText('description').toString()
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.#random() * values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
}
