import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import type { Letter, Mail } from '../domain/mail.ts'
import { type JobQueue, openJobQueue, type QueueHealth, type Retries, type RunningJob } from '../jobs/job-queue.ts'
import { compose, type Composing } from './compose.ts'
import { invitationSecret } from './invitation-secret.ts'
import { createMailTransport, defaultSender, MailRefused, type MailTransport } from './mail-transport.ts'

/** The mail of this process: what it posts, and what it sends of what any process posted. */
export interface OpenMail extends Mail {
  /** @throws when the database does not answer */
  health(): Promise<QueueHealth>
  close(): Promise<void>
}

interface MailOptions extends Composing {
  connectionString: string
  smtpUrl: string | null
  mailFrom: string | null
  dataDir: string
  logger: Pick<FastifyBaseLogger, 'warn' | 'error'>
  retries?: Retries
}

export async function openMail({
  connectionString,
  smtpUrl,
  mailFrom,
  dataDir,
  logger,
  retries,
  ...parts
}: MailOptions): Promise<OpenMail> {
  const { publicUrl, authSecret } = parts
  const transport = createMailTransport({
    smtpUrl,
    outbox: join(dataDir, 'outbox'),
    from: mailFrom ?? defaultSender(publicUrl),
    publicUrl,
  })
  const queue: JobQueue<Letter> = await openJobQueue<Letter>({
    connectionString,
    name: 'mail',
    run: (job) => deliver({ parts, transport, logger }, job),
    ...(retries && { retries }),
    onError: (error) => logger.warn({ reason: String(error) }, 'the queue of jobs lost the database'),
  })
  return {
    post: (tx, letters) => queue.add(tx, letters),
    secretOf: (invitation) => invitationSecret({ key: authSecret, ...invitation }),
    health: () => queue.health(),
    async close() {
      await queue.close()
      transport.close()
    },
  }
}

interface Delivering {
  parts: Composing
  transport: MailTransport
  logger: Pick<FastifyBaseLogger, 'warn'>
}

async function deliver(
  { parts, transport, logger }: Delivering,
  { id, data: letter }: RunningJob<Letter>,
): Promise<void> {
  const message = await compose(parts, letter)
  if (!message) return
  try {
    await transport.send(message, { id })
  } catch (error) {
    // What a mail server answers may hold the address: it does not go into the log.
    if (!(error instanceof MailRefused)) {
      logger.warn(
        { kind: letter.kind, job: id, reason: codeOf(error) },
        'a message could not be sent; it will be tried again',
      )
      throw error
    }
    logger.warn({ kind: letter.kind, job: id }, 'a message was refused for good')
    await noteOutcome(parts, letter, error.message)
    return
  }
  // It is sent, whatever happens to the note of it: a failure here must not send it again.
  await noteOutcome(parts, letter, null).catch((err: unknown) => logger.warn({ err }, 'a sent message was not noted'))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

/** What the page of members shows of an invitation's message. */
async function noteOutcome({ prisma }: Composing, letter: Letter, sendRefusal: string | null): Promise<void> {
  if (letter.kind !== 'invitation') return
  await prisma.invitation.updateMany({
    where: { id: letter.invitationId },
    data: sendRefusal === null ? { sentAt: new Date(), sendRefusal } : { sendRefusal },
  })
}
