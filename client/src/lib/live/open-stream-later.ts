import { BROKEN, type Transport, type TransportEvents } from './transport.ts'

/** A stream, whose code comes once a network blocks websockets: few do. What is sent meanwhile waits. */
export function openStreamLater(address: string, events: TransportEvents): Transport {
  const waiting: Uint8Array[] = []
  let isClosed = false
  let stream: Transport | null = null
  const start = (openStream: (address: string, events: TransportEvents) => Transport) => {
    if (isClosed) return
    stream = openStream(address, events)
    for (const frame of waiting) stream.send(frame)
  }
  import('./stream-transport.ts').then(
    ({ openStream }) => start(openStream),
    () => !isClosed && events.onEnd({ code: BROKEN, reason: '' }),
  )
  return {
    send: (frame) => (stream ? stream.send(frame) : void waiting.push(frame)),
    close() {
      isClosed = true
      stream?.close()
    },
  }
}
