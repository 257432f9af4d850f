import type { Transport, TransportEvents } from './transport.ts'

/** Opens a websocket whose binary messages are frames. */
export function openWebsocket(address: string, events: TransportEvents): Transport {
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  const listening = new AbortController()
  const { signal } = listening
  socket.addEventListener('open', () => events.onOpen(), { signal })
  socket.addEventListener('message', ({ data }) => hear(data, events), { signal })
  socket.addEventListener('close', ({ code, reason }) => events.onEnd({ code, reason }), { signal })

  return {
    send(frame) {
      // What is sent to a socket that closes is lost all the same: its end is about to be told.
      if (socket.readyState === WebSocket.OPEN) socket.send(frame.slice())
    },
    close() {
      listening.abort()
      socket.close()
    },
  }
}

function hear(data: unknown, events: TransportEvents): void {
  if (data instanceof ArrayBuffer) events.onFrame(new Uint8Array(data))
}
