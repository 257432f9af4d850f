import { readSpread } from '@pupitre/document'
import { createClient, type Client } from 'graphql-ws'
import { systemClock } from '../reconnection/clock.ts'
import { chosenSockets } from '../live/chosen-socket.ts'
import { createPause } from '../reconnection/pause.ts'
import { pageSurroundings } from '../reconnection/surroundings.ts'
import { subscriptionTransports } from './subscription-transports.ts'

/** How often the server is asked whether it is there… */
const PING_INTERVAL_MS = 20_000
/** …and how long it may take to say so. */
const PONG_PATIENCE_MS = 10_000
/** What a socket that broke without a word is told by. */
const BROKEN = 1006

/**
 * One socket for all subscriptions, open while there is one; a stream where websockets are blocked. It comes back by itself, for as long as it takes, as the live
 * texts do.
 *
 * @param onBack told when it is back: what changed meanwhile was not heard
 */
export function createSubscriptionClient({ url, onBack }: { url: string; onBack: () => void }): Client {
  const pause = createPause({ clock: systemClock, surroundings: pageSurroundings, random: Math.random })
  let lost = { code: BROKEN, reason: '' }
  let cancelPatience = () => {}
  const client = createClient({
    url,
    webSocketImpl: chosenSockets(subscriptionTransports),
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (failures) => pause({ failures, code: lost.code, spreadMs: readSpread(lost.reason) }),
    keepAlive: PING_INTERVAL_MS,
    on: {
      connected: (_socket, _payload, wasRetry) => wasRetry && onBack(),
      ping(isFromServer) {
        if (!isFromServer) cancelPatience = systemClock.after(PONG_PATIENCE_MS, () => client.terminate())
      },
      pong: (isFromServer) => isFromServer && cancelPatience(),
      closed(event) {
        cancelPatience()
        lost = event instanceof CloseEvent ? event : { code: BROKEN, reason: '' }
      },
    },
  })
  return client
}
