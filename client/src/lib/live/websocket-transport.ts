import type { Transport, TransportEvents } from './transport.ts'

/**
 * Opens a websocket whose messages are frames: binary ones, or texts where a protocol is named.
 *
 * @param protocol of the websocket, whose frames are texts in UTF-8
 */
export function openWebsocket(address: string, events: TransportEvents, protocol?: string): Transport {
  const socket = new WebSocket(address, protocol)
  socket.binaryType = 'arraybuffer'
  const listening = new AbortController()
  const { signal } = listening
  const hear = (data: unknown): void => {
    if (data instanceof ArrayBuffer) events.onFrame(new Uint8Array(data))
    if (protocol && typeof data === 'string') events.onFrame(new TextEncoder().encode(data))
  }
  socket.addEventListener('open', () => events.onOpen(), { signal })
  socket.addEventListener('message', ({ data }) => hear(data), { signal })
  socket.addEventListener('close', ({ code, reason }) => events.onEnd({ code, reason }), { signal })

  return {
    send(frame) {
      // What is sent to a socket that closes is lost all the same: its end is about to be told.
      if (socket.readyState === WebSocket.OPEN) socket.send(protocol ? new TextDecoder().decode(frame) : frame.slice())
    },
    close() {
      listening.abort()
      socket.close()
    },
  }
}
