import type { ReadMissing } from '../catch-up.ts'
import type { MissingUpdates } from '../missing-updates.ts'
import type { Room } from '../room.ts'
import { settled } from './gated-log.ts'

interface Read {
  settle: (fate: 'read' | 'failed') => Promise<void>
}

/** Reading what other processes appended, behind a gate: the test decides when it happens, and whether it fails. */
export class GatedReads {
  readonly #read: ReadMissing
  readonly waiting: Read[] = []
  /** While true, reads pass at once. */
  isOpen = true
  /** How many were asked for. */
  asked = 0

  constructor(read: ReadMissing) {
    this.#read = read
  }

  readonly read: ReadMissing = (room: Room) => {
    this.asked += 1
    if (this.isOpen) return this.#read(room)
    return new Promise<MissingUpdates | null>((resolve, reject) => {
      const settle = async (fate: 'read' | 'failed') => {
        if (fate === 'failed') return reject(new Error('injected'))
        await this.#read(room).then(resolve, reject)
      }
      this.waiting.push({ settle })
    })
  }

  async release(fate: 'read' | 'failed'): Promise<void> {
    await this.waiting.shift()?.settle(fate)
    await settled()
  }
}
