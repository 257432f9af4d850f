import { MESSAGE, readAck, readHello, readRefused, type Hello } from '@pupitre/document'
import type { WebsocketProvider } from 'y-websocket'

export interface ServerListener {
  /** Once per connection, right after the first sync. */
  onHello: (hello: Hello) => void
  /** `frames`: how many step 2 and update frames of this connection are answered, from the first one on. */
  onAcknowledged: (frames: number) => void
  /** An edit is not kept, for a reason that the server names. */
  onRefused: (reason: string) => void
}

/** Hears the frames that are ours: the stock provider knows those of y-websocket only. */
export function listenToServer(provider: WebsocketProvider, listener: ServerListener): void {
  provider.messageHandlers[MESSAGE.ack] = (_encoder, decoder) => listener.onAcknowledged(readAck(decoder))
  provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) => listener.onRefused(readRefused(decoder).reason)
  provider.messageHandlers[MESSAGE.hello] = (_encoder, decoder) => listener.onHello(readHello(decoder))
}
