import type { WebhookFailure } from '@pupitre/prisma'
import type { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { findAddresses, type FoundAddress } from './find-addresses.ts'
import { readAnswer } from './read-answer.ts'
import { SendingFailed } from './sending-failed.ts'

/** All of a try: the name, the connection, the answer. */
export const SEND_TIMEOUT_MS = 10_000

export interface Sending {
  resolver: Pick<Resolver, 'resolve4' | 'resolve6'>
  allowLoopback: boolean
  /** Ends everything that is under way. */
  signal: AbortSignal
  timeoutMs?: number
  /** Authorities trusted besides: for tests. */
  ca?: string
}

/** How a try ended. */
export interface Outcome {
  /** null: the receiver took it. */
  failure: WebhookFailure | null
  httpStatus: number | null
  durationMs: number
  answer: string | null
}

interface Event {
  url: string
  headers: Record<string, string>
  body: string
}

/**
 * Sends an event once: no redirection is followed, and the socket goes to an address that was looked at. Never rejects but when `signal`
 * ends it.
 */
export async function sendEvent(event: Event, sending: Sending): Promise<Outcome> {
  const began = performance.now()
  const timeout = AbortSignal.timeout(sending.timeoutMs ?? SEND_TIMEOUT_MS)
  const signal = AbortSignal.any([sending.signal, timeout])
  const outcome = (rest: Pick<Outcome, 'failure' | 'httpStatus' | 'answer'>): Outcome => ({
    ...rest,
    durationMs: Math.round(performance.now() - began),
  })
  try {
    const url = new URL(event.url)
    const addresses = await beforeEnd(findAddresses(url.hostname, sending), signal)
    const response = await post(url, event, { addresses, signal, ca: sending.ca })
    const { statusCode: httpStatus = 0 } = response
    return outcome({ failure: failureOf(httpStatus), httpStatus, answer: await readAnswer(response) })
  } catch (error) {
    sending.signal.throwIfAborted()
    return outcome({
      failure: timeout.aborted ? 'DELAI' : reasonOf(error),
      httpStatus: null,
      answer: null,
    })
  }
}

interface Posting {
  addresses: readonly FoundAddress[]
  signal: AbortSignal
  ca: string | undefined
}

async function post(url: URL, { headers, body }: Event, { addresses, signal, ca }: Posting): Promise<IncomingMessage> {
  const options: RequestOptions & { ca?: string } = {
    method: 'POST',
    // A connection of its own: none is kept to an address that was looked at before.
    agent: false,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: lookupAmong(addresses),
    signal,
    ...(ca !== undefined && { ca }),
  }
  const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options)
  const response = once(request, 'response')
  request.end(body)
  const [answered]: unknown[] = await response
  // What breaks after the answer began is the answer's to tell.
  request.on('error', () => undefined)
  if (!isIncoming(answered)) throw new Error('an answer is an IncomingMessage')
  return answered
}

function isIncoming(value: unknown): value is IncomingMessage {
  return typeof value === 'object' && value !== null && 'statusCode' in value
}

/** What a socket asks instead of a resolver: it goes where was looked at, and nowhere else. */
function lookupAmong(addresses: readonly FoundAddress[]): LookupFunction {
  return (_hostname, { all }, callback) => {
    const [first] = addresses
    if (!first) return callback(new Error('no address was found'), '')
    if (all) callback(null, [...addresses])
    else callback(null, first.address, first.family)
  }
}

async function beforeEnd<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted()
  return Promise.race([promise, once(signal, 'abort').then(() => Promise.reject(new Error('it took too long')))])
}

function failureOf(httpStatus: number): WebhookFailure | null {
  if (httpStatus >= 200 && httpStatus < 300) return null
  return httpStatus >= 300 && httpStatus < 400 ? 'REDIRECTION' : 'STATUT'
}

/** By the codes of Node's TLS: those of OpenSSL's checks of a certificate, and of names. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ALTNAME/

function reasonOf(error: unknown): WebhookFailure {
  if (error instanceof SendingFailed) return error.failure
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return CERTIFICATE.test(code) ? 'CERTIFICAT' : 'CONNEXION'
}
