import type { Transport, TransportEvents } from './transport.ts'

/** Opens a websocket whose binary messages are frames. */
export function openWebsocket(address: string, events: TransportEvents): Transport {
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => events.onOpen()
  socket.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) events.onFrame(new Uint8Array(data))
  }
  socket.onclose = ({ code, reason }) => events.onEnd({ code, reason })
  return {
    send(frame) {
      // What is sent to a socket that closes is lost all the same: its end is about to be told.
      if (socket.readyState === WebSocket.OPEN) socket.send(frame.slice())
    },
    close() {
      socket.onopen = null
      socket.onmessage = null
      socket.onclose = null
      // Node tells of a socket closed before it opened as of an error that nobody heard.
      socket.onerror = () => undefined
      socket.close()
    },
  }
}
