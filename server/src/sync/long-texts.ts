import { Worker } from 'node:worker_threads'
import type { TextDelta } from '@pupitre/document'
import type { Clock } from './clock.ts'
import { projectField, type FieldText } from './field-text.ts'
import { LONG_TEXT_CHARACTERS, PROJECTION_THREAD_IDLE_MS } from './limits.ts'

const THREAD = new URL('./projection-thread.ts', import.meta.url)

export interface TextQuestion {
  id: number
  field: string
  delta: TextDelta
}

export type TextAnswer = { id: number; text: FieldText } | { id: number; failure: string }

/** Answered in the thread. */
export function answerText({ id, field, delta }: TextQuestion): TextAnswer {
  try {
    return { id, text: projectField(field, delta) }
  } catch (error) {
    return { id, failure: String(error) }
  }
}

/**
 * Projects fields, the long ones in a thread: Markdown of a megabyte takes longer than everybody's next keystroke may wait. The thread
 * starts with the first long text and ends when there has been none for a while.
 */
export class LongTexts {
  readonly #clock: Clock
  readonly #waiting = new Map<number, PromiseWithResolvers<FieldText>>()
  #thread: Worker | null = null
  #asked = 0
  #cancelEnd: () => void = () => {}

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock
  }

  get hasThread(): boolean {
    return this.#thread !== null
  }

  /** @throws when the thread ends before it has answered; the next question starts another */
  async project(field: string, delta: TextDelta): Promise<FieldText> {
    if (!isLong(delta)) return projectField(field, delta)
    const id = (this.#asked += 1)
    const answer = Promise.withResolvers<FieldText>()
    this.#waiting.set(id, answer)
    this.#cancelEnd()
    const question: TextQuestion = { id, field, delta }
    this.#thread ??= this.#start()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that rule is for windows, this is a thread
    this.#thread.postMessage(question)
    return answer.promise
  }

  async close(): Promise<void> {
    this.#cancelEnd()
    await this.#thread?.terminate()
  }

  #start(): Worker {
    const thread = new Worker(THREAD)
    // What it works on is stored: it keeps no process alive.
    thread.unref()
    thread.on('message', (answer: TextAnswer) => this.#hear(answer))
    thread.on('error', (error) => this.#end(thread, error))
    thread.on('exit', () => this.#end(thread, new Error('the thread has ended')))
    return thread
  }

  #hear(answer: TextAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('text' in answer) waiting?.resolve(answer.text)
    else waiting?.reject(new Error(answer.failure))
    if (this.#waiting.size > 0) return
    this.#cancelEnd = this.#clock.after(PROJECTION_THREAD_IDLE_MS, () => this.#retire())
  }

  /** Nobody waits: a question that comes while it ends starts another. */
  #retire(): void {
    void this.#thread?.terminate()
    this.#thread = null
  }

  #end(thread: Worker, reason: unknown): void {
    if (this.#thread !== thread) return
    this.#thread = null
    this.#cancelEnd()
    for (const { reject } of this.#waiting.values()) reject(reason)
    this.#waiting.clear()
  }
}

function isLong(delta: TextDelta): boolean {
  let characters = 0
  for (const { insert } of delta) {
    characters += typeof insert === 'string' ? insert.length : 1
    if (characters > LONG_TEXT_CHARACTERS) return true
  }
  return false
}
