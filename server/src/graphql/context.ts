import type { PrismaClient } from '@pupitre/prisma'
import type { ChangeBus } from '../bus/change-bus.ts'
import type { Mail } from '../domain/mail.ts'
import type { LiveText } from '../domain/live-text.ts'
import type { Viewer } from '../domain/viewer.ts'
import type { WebhookPort } from '../domain/webhook/webhook-port.ts'
import type { Run } from './limits/run.ts'
import type { Loaders } from './loaders.ts'

/** What every resolver is given: one per request. */
export interface GraphqlContext {
  /** null: nobody is signed in. */
  viewer: Viewer | null
  prisma: PrismaClient
  liveText: LiveText
  bus: ChangeBus
  mail: Mail
  webhooks: WebhookPort
  loaders: Loaders
  /** Named in the answer when something unexpected happens, and in the log. */
  requestId: string
  /** Over HTTP: whose budget this request spends. */
  payer?: string
  /** Over HTTP: ends early when its time is up, or its caller gone. */
  run?: Run
  /** On a socket: the context in which an event is judged and answered. Nothing loaded before serves it. */
  about?: (event: object) => Promise<GraphqlContext>
}
