import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

interface Received {
  to: string[]
  text: string
}

/** A real SMTP server on a port of its own, and what it was given. */
export class Mailbox {
  readonly url: string
  readonly #server: SMTPServer
  readonly #received: Received[]

  private constructor(options: { url: string; server: SMTPServer; received: Received[] }) {
    this.url = options.url
    this.#server = options.server
    this.#received = options.received
  }

  static async open(): Promise<Mailbox> {
    const received: Received[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData(stream, session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          received.push({ to, text: decoded(Buffer.concat(chunks).toString()) })
          done()
        })
      },
    })
    server.listen(0, '127.0.0.1')
    await once(server.server, 'listening')
    const address = server.server.address()
    if (address === null || typeof address === 'string') throw new Error('the mailbox listens on no TCP port')
    return new Mailbox({ url: `smtp://127.0.0.1:${address.port}`, server, received })
  }

  /** What an address was sent, in the order of arrival. */
  messagesTo(address: string): readonly string[] {
    return this.#received.filter(({ to }) => to.includes(address)).map(({ text }) => text)
  }

  /** The link of the last message to an address; undefined while there is none. */
  lastLinkTo(address: string): string | undefined {
    return /https?:\/\/\S+/.exec(this.messagesTo(address).at(-1) ?? '')?.[0]
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }
}

/** The text part of a message; nodemailer writes French as quoted-printable or base64. */
function decoded(raw: string): string {
  const [, encoding = '', body = ''] =
    /Content-Type: text\/plain[^\r\n]*\r?\nContent-Transfer-Encoding: (\S+)\r?\n\r?\n([\s\S]*?)\r?\n--/.exec(raw) ?? []
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
