import type { PrismaClient } from '@pupitre/prisma'
import type { FastifyBaseLogger } from 'fastify'
import type { Mail } from '../domain/mail.ts'
import { type Claimed, claimDelivery, releaseDelivery } from './claim-delivery.ts'
import { type Fate, noteOutcome } from './note-outcome.ts'
import type { SecretBox } from './secret-box.ts'
import { type Outcome, sendEvent, type Sending } from './send-event.ts'
import { signatureHeaders } from './signature.ts'

/** Events being sent by one process: each is a socket that waits, and next to no work. */
const MAX_AT_ONCE = 16

/** Of one collectivité: receivers that hang hold up nobody else's. */
const MAX_AT_ONCE_OF_ONE = 4

interface WorkerParts extends Omit<Sending, 'signal'> {
  prisma: PrismaClient
  mail: Pick<Mail, 'post'>
  box: Pick<SecretBox, 'open'>
  logger: Pick<FastifyBaseLogger, 'warn'>
  onFate: (fate: Fate) => void
}

/** Sends what is due, beside the rest of the process. */
export class DeliveryWorker {
  readonly #parts: WorkerParts
  readonly #stop = new AbortController()
  readonly #sending = new Map<string, { collectiviteId: string; done: Promise<void> }>()
  #filling: Promise<void> | null = null

  constructor(parts: WorkerParts) {
    this.#parts = parts
  }

  /** Takes what is due, as much as may be sent at once. Rejects when the database does not answer. */
  fill(): Promise<void> {
    return (this.#filling ??= this.#fill().finally(() => (this.#filling = null)))
  }

  /** Takes no more, and gives back what is being sent: another process, or the next start, sends it. */
  async close(): Promise<void> {
    this.#stop.abort()
    await this.#filling?.catch(() => undefined)
    await Promise.all([...this.#sending.values()].map(({ done }) => done))
  }

  async #fill(): Promise<void> {
    while (!this.#stop.signal.aborted && this.#sending.size < MAX_AT_ONCE) {
      const claimed = await claimDelivery(this.#parts.prisma, this.#busy())
      if (!claimed) return
      // Not to be told twice that one of two tries of it is over.
      const key = `${claimed.id} ${claimed.attempts}`
      const done = this.#send(claimed).finally(() => {
        this.#sending.delete(key)
        this.fill().catch((err: unknown) => this.#parts.logger.warn({ err }, 'webhooks wait for the database'))
      })
      this.#sending.set(key, { collectiviteId: claimed.collectiviteId, done })
    }
  }

  #busy(): string[] {
    const counts = Map.groupBy(this.#sending.values(), ({ collectiviteId }) => collectiviteId)
    return [...counts].flatMap(([id, those]) => (those.length >= MAX_AT_ONCE_OF_ONE ? [id] : []))
  }

  async #send(claimed: Claimed): Promise<void> {
    const { prisma, mail, logger, onFate } = this.#parts
    try {
      const outcome = await this.#try(claimed)
      if (outcome === null) return await releaseDelivery(prisma, claimed)
      const fate = await noteOutcome({ prisma, mail }, claimed, outcome)
      if (fate) onFate(fate)
      if (fate === 'disabled')
        logger.warn({ webhook: claimed.webhookId }, 'a webhook took nothing for days: it is disabled')
    } catch (err) {
      // Nobody notes it: it is sent again once the claim is over.
      logger.warn({ err, delivery: claimed.id }, 'what became of an event could not be noted')
    }
  }

  /** null: it was stopped before it ended. */
  async #try({ id, webhookId, url, body, ...sealed }: Claimed): Promise<Outcome | null> {
    const secrets = this.#secretsOf(webhookId, sealed)
    if (!secrets) return { failure: 'SECRET', httpStatus: null, durationMs: 0, answer: null }
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Pupitre-Webhooks/1',
      ...signatureHeaders({ id, at: new Date(), body, secrets }),
    }
    const { signal } = this.#stop
    try {
      return await sendEvent({ url, headers, body }, { ...this.#parts, signal })
    } catch (error) {
      if (signal.aborted) return null
      throw error
    }
  }

  /** null: they were sealed by another instance. */
  #secretsOf(
    webhookId: string,
    { secret, previousSecret }: Pick<Claimed, 'secret' | 'previousSecret'>,
  ): string[] | null {
    const { box } = this.#parts
    try {
      return [secret, ...(previousSecret ? [previousSecret] : [])].map((sealed) => box.open(sealed, webhookId))
    } catch {
      return null
    }
  }
}
