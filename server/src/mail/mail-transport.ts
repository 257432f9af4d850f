import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { type Message, renderMessage } from './message.ts'

/** A mail server that does not answer must not hold a job, and the stop of the server, for long. */
const SMTP_TIMEOUT_MS = 20_000

/** The mail server said no for good: trying again would change nothing. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}

export interface MailTransport {
  /**
   * Gives a message to the mail server. `id` is the same at each try and makes the Message-ID, by which servers and readers
   * know a second copy.
   * @throws MailRefused for good, any other error for now
   */
  send(message: Message, options: { id: string }): Promise<void>
  close(): void
}

interface TransportOptions {
  smtpUrl: string | null
  /** Where messages go without a mail server. */
  outbox: string
  from: string
  publicUrl: string
}

/** Who messages come from unless MAIL_FROM says: the public name, or localhost where that is a bare address. */
export function defaultSender(publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  const isName = hostname.includes('.') && !/^[\d.]+$/.test(hostname)
  return `Pupitre <ne-pas-repondre@${isName ? hostname : 'localhost'}>`
}

/** The mail server of SMTP_URL; without one, a folder of .eml files. */
export function createMailTransport({ smtpUrl, outbox, from, publicUrl }: TransportOptions): MailTransport {
  const { hostname } = new URL(publicUrl)
  const headers = (id: string) => ({
    messageId: `<${id}@${hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  if (smtpUrl === null) {
    const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
    return {
      async send(message, { id }) {
        const { message: bytes } = await writer.sendMail({
          from,
          to: message.to,
          ...renderMessage(message),
          ...headers(id),
        })
        if (!Buffer.isBuffer(bytes)) throw new Error('the message is built in memory')
        await mkdir(outbox, { recursive: true, mode: 0o700 })
        // Whole or not at all, and the same file when it is written again.
        const path = join(outbox, `${id}.eml`)
        await writeFile(`${path}.part`, bytes, { mode: 0o600 })
        await rename(`${path}.part`, path)
      },
      close: () => writer.close(),
    }
  }
  const smtp = createTransport(smtpUrl, undefined)
  Object.assign(smtp.options, {
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  })
  return {
    async send(message, { id }) {
      try {
        await smtp.sendMail({ from, to: message.to, ...renderMessage(message), ...headers(id) })
      } catch (error) {
        if (isRefusal(error)) throw new MailRefused(error.message, { cause: error })
        throw error
      }
    },
    close: () => smtp.close(),
  }
}

/** A 5xx answer about this message or its recipient. A 5xx about the connection or the password is the operator's to mend. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false
  const { responseCode, code } = error
  return typeof responseCode === 'number' && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}
