import type { Plan, PrismaClient } from '@pupitre/prisma'
import pg from 'pg'
import { loadDocument } from '../../src/sync/document-loader.ts'
import { openPool } from '../../src/sync/sync-database.ts'
import { silentLogger } from '../silent-logger.ts'
import { readDurabilitySettings } from '../../src/sync/update-log.ts'
import { createFactories } from '../factories.ts'
import { hasAllOf, Oracle, type Verdict } from './oracle.ts'
import type { Participant } from './participant.ts'
import { Typist } from './typist.ts'
import { comesToBe, until } from './until.ts'

/** A machine that does ten other things takes its time. */
const ARRIVAL_MS = 120_000

/** Edits that one person has typed and nobody has acknowledged, beyond which they stop to look: keystrokes that come faster than a busy machine takes them would pile up for ever. */
const MAX_AHEAD = 200

/** Where a scenario plays: a PostgreSQL with every migration applied. */
export interface Stage {
  connectionString: string
  prisma: PrismaClient
}

interface Newcomers {
  url: string
  stock: number
  withAcks: number
  /** Sent with each opening of a websocket. */
  headers?: Record<string, string>
}

/** One fiche, those who type in it, and the oracle that is told. */
export class Scene {
  readonly oracle = new Oracle()
  readonly uuid: string
  readonly documentId: string
  readonly #typists: Typist[] = []
  readonly #others: Participant[] = []
  readonly #pool: pg.Pool
  readonly #random: () => number
  #keyboards: NodeJS.Timeout[] = []

  /**
   * @param plan of the fiche; a new one when left out
   * @throws when this PostgreSQL may lose what it has committed
   */
  static async open({ stage, random, plan }: { stage: Stage; random: () => number; plan?: Plan }): Promise<Scene> {
    await requireDurable(stage.connectionString)
    const fiche = await createFactories(stage.prisma).fiche(plan && { plan })
    const document = await stage.prisma.liveDocument.findUniqueOrThrow({ where: { ficheId: fiche.id } })
    const pool = openPool({ connectionString: stage.connectionString, logger: silentLogger })
    return new Scene({ uuid: fiche.id, documentId: document.id, pool, random })
  }

  private constructor(parts: { uuid: string; documentId: string; pool: pg.Pool; random: () => number }) {
    this.uuid = parts.uuid
    this.documentId = parts.documentId
    this.#pool = parts.pool
    this.#random = parts.random
  }

  /** Stock clients, and others who ask for acknowledgements, come to the server at `url` (ws://host:port). */
  enter({ url, stock, withAcks, headers = {} }: Newcomers): Typist[] {
    const from = this.#typists.length
    const newcomers = Array.from({ length: stock + withAcks }, (_, i) => {
      const { uuid, oracle } = this
      return new Typist({ name: `t${from + i}`, url, uuid, wantsAcks: i >= stock, oracle, headers })
    })
    this.#typists.push(...newcomers)
    return newcomers
  }

  /** Somebody comes by a way of their own. */
  join(participant: Participant): void {
    this.#others.push(participant)
  }

  /** Everyone presses a key every so often, until `stopTyping`. */
  startTyping({ everyMs }: { everyMs: number }): void {
    const press = (participant: Participant): void => {
      if (participant.pending < MAX_AHEAD) participant.type(this.#random)
    }
    this.#keyboards = this.#everyone().map((participant) => setInterval(press, everyMs, participant))
  }

  stopTyping(): void {
    for (const keyboard of this.#keyboards.splice(0)) clearInterval(keyboard)
  }

  /** Resolves when so many more marks are acknowledged. */
  async moreAcknowledged(count: number): Promise<void> {
    const enough = this.oracle.acknowledged + count
    await until(`${count} more acknowledged edits`, () => this.oracle.acknowledged >= enough, { timeoutMs: ARRIVAL_MS })
  }

  /** Resolves when nothing has been acknowledged for so long. */
  async nothingAcknowledged({ forMs }: { forMs: number }): Promise<void> {
    let { acknowledged } = this.oracle
    let since = performance.now()
    const isSilent = (): boolean => {
      if (this.oracle.acknowledged !== acknowledged) since = performance.now()
      acknowledged = this.oracle.acknowledged
      return performance.now() - since > forMs
    }
    await until('nothing is acknowledged any more', isSilent, { timeoutMs: ARRIVAL_MS })
  }

  /** What failed is mended: resolves when all that was typed before is acknowledged. @throws naming what never is, and whether it is stored */
  async recovered({ timeoutMs = ARRIVAL_MS }: { timeoutMs?: number } = {}): Promise<void> {
    this.oracle.faultIsMended()
    const mendedAt = performance.now()
    const waiting = (): string[] => this.oracle.unacknowledgedUntil(mendedAt)
    if (!(await comesToBe(() => waiting().length === 0, { timeoutMs }))) {
      const stored = await this.storedText()
      const fates = waiting().map((mark) => `${mark} (${stored.includes(mark) ? 'stored' : 'not stored'})`)
      const told = this.#everyone().map(async (someone) => `${someone.name}: ${await someone.readState()}`)
      const states = (await Promise.all(told)).join(', ')
      throw new Error(`not acknowledged within ${timeoutMs} ms: ${fates.join(', ')}; ${states}`)
    }
    this.oracle.faultEnds()
  }

  /** Everyone stops typing and, once all is acknowledged, closes the page and opens it again. */
  async comeBack(): Promise<void> {
    this.stopTyping()
    await this.#everythingArrives()
    for (const { provider } of this.#typists) {
      provider.disconnect()
      provider.connect()
    }
  }

  async storedText(): Promise<string> {
    const loaded = await loadDocument(this.#pool, this.documentId)
    if (!loaded) throw new Error('the document is not stored')
    return loaded.doc.getText('description').toString()
  }

  /** Compares what is stored with what has been promised until now. */
  async checkStored(): Promise<void> {
    const promises = this.oracle.promises()
    this.oracle.checkStored(await this.storedText(), promises)
  }

  /** Lets everything arrive, and judges. */
  async judge(): Promise<Verdict> {
    this.stopTyping()
    await this.#everythingArrives()
    const stored = await this.storedText()
    let copies = new Map<string, string>()
    const haveAll = async (): Promise<boolean> => {
      copies = new Map(await Promise.all(this.#everyone().map(readCopy)))
      return [...copies.values()].every((text) => hasAllOf(stored, text))
    }
    await comesToBe(haveAll, { timeoutMs: ARRIVAL_MS })
    return this.oracle.judge({ stored, copies })
  }

  #everyone(): Participant[] {
    return [...this.#typists, ...this.#others]
  }

  /** What never does is for the oracle to name. */
  async #everythingArrives(): Promise<void> {
    const isQuiet = (): boolean => this.#everyone().every(({ pending, isSynced }) => pending === 0 && isSynced)
    await comesToBe(isQuiet, { timeoutMs: ARRIVAL_MS })
  }

  /** Everyone leaves, and takes their copy along. */
  leave(): void {
    this.stopTyping()
    for (const participant of [...this.#typists.splice(0), ...this.#others.splice(0)]) participant.leave()
  }

  async close(): Promise<void> {
    this.leave()
    await this.#pool.end()
  }
}

async function readCopy(participant: Participant): Promise<[string, string]> {
  return [participant.name, await participant.readText()]
}

async function requireDurable(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const settings = await readDurabilitySettings(client)
    const off = Object.entries(settings).filter(([, value]) => value !== 'on')
    if (off.length > 0) throw new Error(`this PostgreSQL is not durable: ${JSON.stringify(off)}`)
  } finally {
    await client.end()
  }
}
