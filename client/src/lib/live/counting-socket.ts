import { MESSAGE, SYNC } from '@pupitre/document'

export type AcknowledgedFrame = 'step2' | 'update'

/** Which frame this is among those that the server acknowledges; null for every other (step 1, awareness). */
export function acknowledgedFrame(frame: Uint8Array): AcknowledgedFrame | null {
  // Both numbers are varUints under 128: one byte each.
  if (frame[0] !== MESSAGE.sync) return null
  if (frame[1] === SYNC.step2) return 'step2'
  return frame[1] === SYNC.update ? 'update' : null
}

/**
 * A WebSocket class which tells of each frame that the server will acknowledge, as it is sent: the stock provider sends
 * without saying so, and the server counts what it receives.
 */
export function countingSocket(onSent: (frame: AcknowledgedFrame) => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      super.send(data)
      const frame = data instanceof Uint8Array ? acknowledgedFrame(data) : null
      if (frame) onSent(frame)
    }
  }
}
