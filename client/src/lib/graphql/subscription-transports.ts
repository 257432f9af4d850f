import { SUBSCRIPTION_STREAMS_PATH } from '@pupitre/document'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, MessageType, stringifyMessage } from 'graphql-ws'
import type { TransportMeans } from '../live/choosing-transport.ts'
import { whileShown } from '../live/shown-transport.ts'
import { tabTransports } from '../live/transport-means.ts'
import { openWebsocket } from '../live/websocket-transport.ts'
import { systemClock } from '../reconnection/clock.ts'
import { pageSurroundings } from '../reconnection/surroundings.ts'

const PING = new TextEncoder().encode(stringifyMessage({ type: MessageType.Ping }))

/** The ways of subscriptions: what the documents of the tab learn of the network, they know too, and the other way round. */
export const subscriptionTransports: TransportMeans = {
  ...tabTransports,
  openWebsocket(address, events) {
    // The server speaks only when it is spoken to: without this, a websocket that nothing is asked of would seem blocked.
    const onOpen = (): void => {
      socket.send(PING)
      events.onOpen()
    }
    const socket = openWebsocket(address, { ...events, onOpen }, GRAPHQL_TRANSPORT_WS_PROTOCOL)
    return socket
  },
  openStream: (address, events) =>
    whileShown({ clock: systemClock, surroundings: pageSurroundings, events }, (told) =>
      tabTransports.openStream(streamsOf(address), told),
    ),
  isServerThere: (address) => tabTransports.isServerThere(streamsOf(address)),
}

/** Streams have an address of their own: the websockets' one answers with pages and queries. */
function streamsOf(address: string): string {
  const { search } = new URL(address)
  return new URL(SUBSCRIPTION_STREAMS_PATH + search, address).href
}
