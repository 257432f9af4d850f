import type { DocumentRef } from '@pupitre/document'
import * as Y from 'yjs'
import { seededRandom } from '../../../test/seeded-random.ts'
import { type FakeLink, FakeNetwork } from './fake-network.ts'
import { settled, type FlushFate } from './gated-log.ts'
import { marksOf } from './marks.ts'
import { readDelta } from './read-delta.ts'
import { newFiche, projectedText, stored, storedText } from './stored-document.ts'
import { TestClient } from './test-client.ts'
import { startEngine, type TestEngine } from './test-engine.ts'

const CLIENTS = 5
const STEPS = 260
/** Longer than any wait between two tries. */
const ANY_WAIT_MS = 5_000
const FATES: readonly FlushFate[] = ['written', 'written', 'written', 'answerLost', 'away', 'busy']

type Server = TestEngine & { link: FakeLink | undefined }

interface Writer {
  client: TestClient
  name: string
  typed: { mark: string; end: number }[]
}

export interface SharedScheduleResult {
  typed: string[]
  deleted: Set<string>
  /** Promised marks that were not stored when a process died. */
  broken: string[]
  texts: string[]
  storedDelta: string
  storedText: string
  /** What lists and search read of the document, after everyone has stopped. */
  projectedText: string
  counts: { crashes: number; flushes: number; gapsRead: number; snapshots: number; heard: number }
}

/**
 * Several sync engines on one document of one database, which know of each other by its log, and by messages that come late or
 * never when they are linked: one random schedule, the same for the same seed, of who types where, which flush, message and
 * reading of the log ends when and how, who moves to another engine, when a snapshot replaces the log, which engine dies.
 */
export class SharedSchedule {
  readonly #random: () => number
  readonly #document: { ref: DocumentRef; documentId: string }
  readonly #network: FakeNetwork | null
  readonly #deleted = new Set<string>()
  readonly #broken: string[] = []
  readonly #counts = { crashes: 0, flushes: 0, gapsRead: 0, snapshots: 0, heard: 0 }
  #servers: Server[] = []
  #writers: Writer[] = []

  static async run({
    seed,
    servers,
    isLinked,
  }: {
    seed: number
    servers: number
    isLinked: boolean
  }): Promise<SharedScheduleResult> {
    const schedule = new SharedSchedule(seed, await newFiche(), isLinked ? new FakeNetwork() : null)
    await schedule.#play(servers)
    return await schedule.#settle()
  }

  private constructor(seed: number, document: { ref: DocumentRef; documentId: string }, network: FakeNetwork | null) {
    this.#network = network
    this.#random = seededRandom(seed)
    this.#document = document
  }

  async #play(servers: number): Promise<void> {
    this.#servers = Array.from({ length: servers }, () => this.#start())
    this.#writers = Array.from({ length: CLIENTS }, (_, i) => this.#newWriter(i))
    for (const { client } of this.#writers) await connect(client, this.#pick(this.#servers))
    for (let step = 0; step < STEPS; step++) await this.#step()
    if (this.#random() < 0.5) await this.#crash()
  }

  #start(): Server {
    const link = this.#network?.join()
    const server = startEngine({ isLogOpen: false, ...(link && { link }) })
    server.reads.isOpen = false
    return { ...server, link }
  }

  #newWriter(i: number): Writer {
    const query: Record<string, string> = i % 2 === 0 ? { ack: '1' } : {}
    const { engine } = this.#pick(this.#servers)
    return { client: new TestClient({ engine, ref: this.#document.ref, query }), name: `w${i}`, typed: [] }
  }

  async #step(): Promise<void> {
    if (this.#random() < 0.5) this.#hear(this.#pick(this.#servers))
    const writer = this.#pick(this.#writers)
    const server = this.#pick(this.#servers)
    const { client } = writer
    const dice = this.#random()
    if (dice < 0.28) this.#type(writer)
    else if (dice < 0.38) client.deliverOne()
    else if (dice < 0.46) client.deliver()
    else if (dice < 0.54) client.readOne()
    else if (dice < 0.57) client.read()
    else if (dice < 0.58) this.#lose(server)
    else if (dice < 0.6) this.#delete(writer)
    else if (dice < 0.62) this.#format(writer)
    else if (dice < 0.8) await this.#flush(server)
    else if (dice < 0.86) await this.#readGap(server)
    else if (dice < 0.88) await server.engine.poll.run()
    else if (dice < 0.91) await this.#snapshot(server)
    else if (dice < 0.955) server.clock.advance(this.#random() * ANY_WAIT_MS)
    else if (dice < 0.967) client.disconnect()
    else if (dice < 0.993) await this.#move(client, server)
    else await this.#crash()
  }

  #type({ client, name, typed }: Writer): void {
    const mark = `‹${name}.${typed.length}›`
    const text = client.text.toString()
    // Before another mark, never in one: a mark in two pieces could not be counted.
    const next = this.#pick([...marksOf(text), mark])
    client.text.insert(Math.max(0, text.indexOf(next)), mark)
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

  async #flush({ log }: Server): Promise<void> {
    if (log.waiting.length === 0) return
    this.#counts.flushes += 1
    await log.release(this.#pick(FATES))
  }

  async #readGap({ reads }: Server): Promise<void> {
    if (reads.waiting.length === 0) return
    this.#counts.gapsRead += 1
    await reads.release(this.#random() < 0.8 ? 'read' : 'failed')
  }

  #hear({ link }: Server): void {
    if (link?.deliverOne()) this.#counts.heard += 1
  }

  /** Messages are lost: the process knows it, or thinks for a while that it hears everything. */
  #lose({ link }: Server): void {
    link?.drop()
    if (this.#random() < 0.5) link?.sayMissed()
    if (link) link.isReachable = this.#random() < 0.7
  }

  async #snapshot({ engine }: Server): Promise<void> {
    for (const { document } of engine.registry.rooms()) {
      this.#counts.snapshots += 1
      await engine.snapshots.save(document)
    }
  }

  async #move(client: TestClient, server: Server): Promise<void> {
    client.disconnect()
    await connect(client, server)
  }

  /** One engine dies, with a flush under way that the disk may or may not have taken; its clients go elsewhere. */
  async #crash(): Promise<void> {
    this.#counts.crashes += 1
    const dead = this.#pick(this.#servers)
    if (this.#random() < 0.5 && dead.log.waiting.length > 0) await dead.log.release('answerLost')
    const kept = new Set(marksOf(await storedText(dead.pool, this.#document.documentId)))
    for (const mark of this.#promised()) {
      if (!kept.has(mark) && !this.#deleted.has(mark)) this.#broken.push(mark)
    }
    const orphans = this.#writers.filter(({ client }) => client.engine === dead.engine)
    for (const { client } of orphans) client.disconnect()
    if (dead.link) this.#network?.leave(dead.link)
    await dead.die()
    this.#servers = this.#servers.map((server) => (server === dead ? this.#start() : server))
    for (const { client } of orphans) await connect(client, this.#pick(this.#servers))
  }

  /** What anyone was let believe: own marks that are acknowledged, marks of others that were shown. */
  #promised(): string[] {
    return this.#writers.flatMap(({ client, typed }) => {
      const own = new Set(typed.map(({ mark }) => mark))
      const seen = marksOf(client.text.toString()).filter((mark) => !own.has(mark))
      return [...seen, ...typed.filter(({ end }) => end <= client.durableClock).map(({ mark }) => mark)]
    })
  }

  async #settle(): Promise<SharedScheduleResult> {
    for (const { log, reads } of this.#servers) log.isOpen = reads.isOpen = true
    for (const { client } of this.#writers) if (!client.connection) await connect(client, this.#pick(this.#servers))
    for (let rounds = 0; rounds < 2 || !this.#isQuiet(); rounds++) await this.#round()
    const { pool } = this.#servers[0] ?? this.#start()
    const { doc } = await stored(pool, this.#document.documentId)
    const texts = this.#writers.map(({ client }) => readDelta(client.text))
    for (const { engine, clock } of this.#servers) {
      const stopped = engine.stop()
      clock.advance(ANY_WAIT_MS)
      await stopped
    }
    const result = {
      typed: this.#writers.flatMap(({ typed }) => typed.map(({ mark }) => mark)),
      deleted: this.#deleted,
      broken: this.#broken,
      texts,
      storedDelta: readDelta(doc.getText('description')),
      storedText: await storedText(pool, this.#document.documentId),
      projectedText: await projectedText(pool, this.#document.ref),
      counts: this.#counts,
    }
    for (const server of this.#servers) await server.die()
    return result
  }

  async #round(): Promise<void> {
    for (const { client } of this.#writers) client.exchange()
    for (const { engine, log, reads, clock, link } of this.#servers) {
      while (link?.deliverOne());
      while (log.waiting.length > 0) await log.release('written')
      while (reads.waiting.length > 0) await reads.release('read')
      clock.advance(ANY_WAIT_MS)
      await engine.commit.idle()
      await engine.poll.run()
      for (const room of engine.registry.rooms()) await engine.catchUp.reach(room, room.document.heard)
    }
  }

  #isQuiet(): boolean {
    return this.#writers.every(({ client }) => client.outgoing.length === 0 && client.transport.sent.length === 0)
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.#random() * values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
}

/** Lets a client in, whatever the server must read for it. */
async function connect(client: TestClient, { engine, reads }: Server): Promise<void> {
  const state = { isOver: false }
  const opening = client.connect(engine).finally(() => (state.isOver = true))
  while (!state.isOver) {
    await reads.release('read')
    await settled()
  }
  await opening
}
