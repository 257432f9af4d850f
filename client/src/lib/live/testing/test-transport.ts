import { BROKEN, type OpenTransport, type Transport, type TransportEvents } from '../transport.ts'

/** A transport whose other end is the test. */
export class TestTransport implements Transport {
  readonly sent: Uint8Array[] = []
  isClosed = false
  readonly events: TransportEvents

  constructor(events: TransportEvents) {
    this.events = events
  }

  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }

  close(): void {
    this.isClosed = true
  }

  end(code = BROKEN, reason = ''): void {
    this.events.onEnd({ code, reason })
  }
}

/** Opens transports, and keeps them for the test. */
export function transportsInTest(): { opened: TestTransport[]; open: OpenTransport } {
  const opened: TestTransport[] = []
  return {
    opened,
    open(events) {
      const transport = new TestTransport(events)
      opened.push(transport)
      return transport
    },
  }
}
