import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  to: string[]
  /** As it came: headers, then the encoded bodies. */
  raw: string
  /** The plain text, decoded. */
  text: string
  messageId: string
}

export interface TestSmtpServer {
  url: string
  received: ReceivedMail[]
  /** Answers that the next messages get instead of being taken. */
  refusals: { responseCode: number }[]
  /** Messages that were begun, taken or not. */
  tries: () => number
  /** Those that one address received. */
  to(address: string): ReceivedMail[]
  close(): Promise<void>
}

/** A real SMTP server on a port of its own, which keeps what it receives. */
export async function startSmtpServer({ port = 0 }: { port?: number } = {}): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = []
  const refusals: { responseCode: number }[] = []
  let tries = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, done) {
      tries += 1
      const refusal = refusals.shift()
      done(refusal ? Object.assign(new Error('refused by the test'), refusal) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString()
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          text: plainText(raw),
          messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '',
        })
        done()
      })
    },
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    url: `smtp://127.0.0.1:${bound}`,
    received,
    refusals,
    tries: () => tries,
    to: (asked) => received.filter((mail) => mail.to.includes(asked)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The first text part of a message. */
export function plainText(raw: string): string {
  const part = /Content-Type: text\/plain[\s\S]*?\r?\n\r?\n([\s\S]*?)(?:\r?\n--|$)/.exec(raw)
  const encoding = /Content-Type: text\/plain[\s\S]*?Content-Transfer-Encoding: (\S+)/.exec(raw)?.[1]
  const body = part?.[1] ?? ''
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding !== 'quoted-printable') return body
  const joined = body.replaceAll(/=\r?\n/g, '')
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_match, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}

/** The first link of a message. */
export function linkIn(mail: ReceivedMail | undefined): URL {
  const found = /https?:\/\/\S+/.exec(mail?.text ?? '')
  if (!found) throw new Error('the message has no link')
  return new URL(found[0])
}
