import { systemClock } from '../reconnection/clock.ts'
import type { TransportMeans } from './choosing-transport.ts'
import { openStream } from './stream-transport.ts'
import { TransportChoice, type ChoiceStorage } from './transport-choice.ts'
import { openWebsocket } from './websocket-transport.ts'

const KEY = 'pupitre.websocketsBlockedAt'

/** Of this tab; outside a browser, or where storage is forbidden, of this process. */
function sessionChoice(): ChoiceStorage {
  let kept: string | null = null
  const storage = tabStorage()
  return {
    read: () => storage?.getItem(KEY) ?? kept,
    write(blockedAt) {
      kept = blockedAt
      storage?.setItem(KEY, blockedAt)
    },
    clear() {
      kept = null
      storage?.removeItem(KEY)
    },
  }
}

function tabStorage(): Storage | null {
  try {
    return globalThis.document ? globalThis.sessionStorage : null
  } catch {
    return null
  }
}

/** The ways to the server, and what this tab knows of them. */
export const tabTransports: TransportMeans = {
  choice: new TransportChoice({ clock: systemClock, storage: sessionChoice() }),
  clock: systemClock,
  openWebsocket,
  openStream,
  isServerThere: (address) =>
    fetch(address, { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    ),
}
