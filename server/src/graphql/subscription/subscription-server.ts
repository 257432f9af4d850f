import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE_CODES, spreadReason } from '@pupitre/document'
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
} from 'graphql'
import { makeServer, type ServerOptions } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { ChangeBus } from '../../bus/change-bus.ts'
import { refusals } from '../../domain/refusals.ts'
import { decidingIdsOf, type Viewer } from '../../domain/viewer.ts'
import type { GraphqlContext } from '../context.ts'
import type { Budgets } from '../limits/budgets.ts'
import { MAX_SUBSCRIPTIONS } from '../limits/query-limits.ts'
import { maskError } from '../masked-errors.ts'
import { schema } from '../schema.ts'
import type { StreamChannel } from '../../streams/stream-channel.ts'
import { asksOfOneself } from './alike.ts'
import { AnswersToAll } from './answers-to-all.ts'
import { judgeViewers } from './judge-viewers.ts'
import { readSubscription } from './read-subscription.ts'
import { serveStream } from './serve-stream.ts'
import type { Subscriber } from './subscriber.ts'

/** Largest message from a page: an operation and its variables. */
export const MAX_MESSAGE_BYTES = 64 * 1024

/** Pages come back over this long for each that was open: each reads again what it shows. */
const RETURN_SPREAD_PER_SOCKET_MS = 5

export interface SubscriptionServer {
  /** Takes a connection to `/graphql` whose viewer is known. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, viewer: Viewer | null): void
  /** Takes a stream whose viewer is known: the same messages, where websockets are blocked. */
  handleStream(channel: StreamChannel, viewer: Viewer | null): void
  /** Closes every socket; pages come back by themselves. */
  close(): Promise<void>
}

interface SubscriptionParts {
  bus: ChangeBus
  /** What each may spend; null: whatever they like. */
  budgets: Budgets | null
  /** A context of its own for each operation; `alone` when its events are not to be answered together with those of others. */
  createContext: (viewer: Viewer | null, options: { alone: boolean }) => GraphqlContext
  onError: (error: unknown) => void
  /** A viewer as they are now, from their session; null when it has ended. */
  reloadViewer: (viewer: Viewer) => Promise<Viewer | null>
}

/** Subscriptions by the graphql-transport-ws protocol. Queries and mutations go over HTTP, and are refused here. */
export function createSubscriptionServer({
  bus,
  budgets,
  createContext,
  onError,
  reloadViewer,
}: SubscriptionParts): SubscriptionServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  const viewers = new Map<Subscriber, Viewer | null>()
  const asked = new WeakMap<ExecutionArgs, Asked>()
  const answers = new AnswersToAll()

  const options: ServerOptions<undefined, { socket: Subscriber }> = {
    onSubscribe: ({ extra, subscriptions }, _id, { query, variables, operationName }) => {
      // This one is counted already.
      if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) return [tooMany()]
      const viewer = viewers.get(extra.socket) ?? null
      const document = readSubscription({ query, operationName, variables }, { budgets, viewer })
      if (Array.isArray(document)) return document
      const context = createContext(viewer, { alone: asksOfOneself(schema, document) })
      const args: ExecutionArgs = {
        schema,
        document,
        variableValues: variables ?? null,
        operationName: operationName ?? null,
        contextValue: context,
      }
      asked.set(args, { context, question: JSON.stringify({ query, variables, operationName }) })
      return args
    },
    // Each event is answered with a context of its own, which graphql-js's own subscribe would share.
    subscribe: (args: ExecutionArgs) => {
      const operation = asked.get(args)
      if (!operation) throw new Error('a subscription is read before it begins')
      return subscribeAfresh(args, { ...operation, answers })
    },
    onNext: (_context, _id, _payload, _args, result) => masked(result, onError),
    onError: (_context, _id, _payload, errors) => errors.map((error) => maskError(error.toJSON(), error)),
  }
  const closing = useServer(options, server)
  const streams = makeServer(options)

  const sendBack = (): void => {
    const spread = spreadReason(viewers.size * RETURN_SPREAD_PER_SOCKET_MS)
    for (const socket of viewers.keys()) socket.close(CLOSE_CODES.restarting, spread)
  }

  const stopRights = bus.onRights(({ userIds = [] }) => {
    for (const [socket, viewer] of viewers) {
      if (viewer && decidingIdsOf(viewer).some((id) => userIds.includes(id)))
        socket.close(CLOSE_CODES.rightsChanged, '')
    }
  })

  // Whoever looks at something reads it again when they come back.
  const stopMissed = bus.onMissed(sendBack)
  const stopDeaf = bus.onDeaf(() => {
    judgeViewers({ viewers, reloadViewer }).catch(onError)
  })

  return {
    handleUpgrade(request, socket, head, viewer) {
      server.handleUpgrade(request, socket, head, (opened) => {
        viewers.set(opened, viewer)
        opened.once('close', () => viewers.delete(opened))
        server.emit('connection', opened, request)
      })
    },
    handleStream(channel, viewer) {
      viewers.set(channel, viewer)
      serveStream(streams, {
        channel,
        maxMessageBytes: MAX_MESSAGE_BYTES,
        onError,
        onEnd: () => viewers.delete(channel),
      })
    },
    async close() {
      stopRights()
      stopMissed()
      stopDeaf()
      sendBack()
      await closing.dispose()
    },
  }
}

interface Asked {
  context: GraphqlContext
  /** The operation and its variables, to the letter. */
  question: string
}

async function subscribeAfresh(
  args: ExecutionArgs,
  asked: Asked & { answers: AnswersToAll },
): Promise<ExecutionResult | AsyncGenerator<ExecutionResult>> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  return eachAfresh(source, args, asked)
}

async function* eachAfresh(
  source: AsyncIterable<unknown>,
  args: ExecutionArgs,
  { context, question, answers }: Asked & { answers: AnswersToAll },
): AsyncGenerator<ExecutionResult> {
  for await (const rootValue of source) {
    const own = typeof rootValue === 'object' && rootValue && (await context.about?.(rootValue))
    if (!own) yield await execute({ ...args, rootValue, contextValue: context })
    else yield await answers.of(own, question, () => execute({ ...args, rootValue, contextValue: own }))
  }
}

function masked(
  { errors, ...result }: ExecutionResult,
  onError: (error: unknown) => void,
): FormattedExecutionResult | undefined {
  if (!errors) return undefined
  for (const error of errors) onError(error.originalError ?? error)
  return { ...result, errors: errors.map((error) => maskError(error.toJSON(), error)) }
}

function tooMany(): GraphQLError {
  refusals.publish({ by: 'limit', reason: 'SUBSCRIPTIONS' })
  return new GraphQLError(`Une connexion porte ${MAX_SUBSCRIPTIONS} abonnements au plus.`, {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
  })
}
