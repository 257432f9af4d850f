import { MESSAGE } from '@pupitre/document'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { withHeaders } from '../with-headers.ts'

const MAX_BACKOFF_MS = 100

interface PageParts {
  /** http://host:port of a server, or of what is before several. */
  url: string
  cookie: string
  ficheId: string
}

/** A page open on a fiche, as a stock client with a session cookie. */
export class Page {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  /** Codes with which the server has closed its sockets, and when. */
  readonly closes: { code: number; at: number }[] = []

  constructor({ url, cookie, ficheId }: PageParts) {
    const { closes } = this
    this.provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync/fiche`, ficheId, this.doc, {
      params: { ack: '1' },
      disableBc: true,
      maxBackoffTime: MAX_BACKOFF_MS,
      WebSocketPolyfill: class extends withHeaders({ cookie }) {
        constructor(address: string | URL) {
          super(address)
          this.addEventListener('close', ({ code }) => void closes.push({ code, at: performance.now() }))
        }
      },
    })
    for (const type of [MESSAGE.ack, MESSAGE.refused, MESSAGE.hello])
      this.provider.messageHandlers[type] = () => undefined
  }

  get isSynced(): boolean {
    return this.provider.synced
  }

  get description(): Y.Text {
    return this.doc.getText('description')
  }

  get text(): string {
    return this.description.toString()
  }

  say(cursor: unknown): void {
    this.provider.awareness.setLocalStateField('cursor', cursor)
  }

  /** What is shown of another page's caret. */
  sees(other: Page): Record<string, unknown> | undefined {
    return this.provider.awareness.getStates().get(other.doc.clientID)
  }

  close(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}
