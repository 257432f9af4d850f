import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type NameServer, startNameServer } from '../../test/name-server.ts'
import { SIGNED_BY_NOBODY } from '../../test/tls-certificate.ts'
import { answering, hanging, startWebhookReceiver, type WebhookReceiver } from '../../test/webhook-receiver.ts'
import { MAX_EXCERPT_CHARACTERS } from './read-answer.ts'
import { type Outcome, sendEvent, type Sending } from './send-event.ts'

const NAMES = {
  'ici.exemple.fr': ['127.0.0.1'],
  'prive.exemple.fr': ['10.0.0.1'],
  'nuage.exemple.fr': ['169.254.169.254'],
  'partage.exemple.fr': ['100.64.0.1'],
  'six.exemple.fr': ['fd00::1'],
  'lien.exemple.fr': ['fe80::1'],
  'deux.exemple.fr': ['1.1.1.1', '192.168.0.1'],
  'melange.exemple.fr': ['1.1.1.1', '::1'],
  'public.exemple.fr': ['1.1.1.1', '2606:4700:4700::1111'],
  'muet.exemple.fr': null,
}

let names: NameServer
let receiver: WebhookReceiver

beforeAll(async () => {
  names = await startNameServer(NAMES)
  receiver = await startWebhookReceiver()
})
afterAll(async () => {
  await receiver.close()
  await names.close()
})

const body = JSON.stringify({ type: 'test', texte: 'é' })

function send(url: string, given: Partial<Sending> = {}): Promise<Outcome> {
  return sendEvent(
    { url, headers: { 'content-type': 'application/json', 'webhook-id': 'un' }, body },
    { resolver: names.resolver, allowLoopback: true, signal: new AbortController().signal, timeoutMs: 2_000, ...given },
  )
}

const refusedAs = (failure: Outcome['failure']) => ({ failure, httpStatus: null, answer: null })

describe('an event', () => {
  it('arrives whole, and its receiver says by 2xx that it took it', async () => {
    receiver.answers.push(answering(202, 'Merci\n\u0000bien', { 'content-type': 'text/plain' }))
    expect(await send(receiver.url)).toMatchObject({ failure: null, httpStatus: 202, answer: 'Merci bien' })
    const { headers, body: sent, path } = receiver.received.at(-1) ?? {}
    expect(sent).toBe(body)
    expect(path).toBe('/pupitre')
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'un' })
  })

  it.each([
    [199 + 1, null],
    [299, null],
    [300, 'REDIRECTION'],
    [399, 'REDIRECTION'],
    [400, 'STATUT'],
    [410, 'STATUT'],
    [500, 'STATUT'],
  ] as const)('answered by %i: %s', async (status, failure) => {
    receiver.answers.push(answering(status))
    expect(await send(receiver.url)).toMatchObject({ failure, httpStatus: status })
  })

  it('follows no redirection, wherever it leads', async () => {
    const other = await startWebhookReceiver()
    onTestFinished(() => other.close())
    for (const status of [301, 302, 303, 307, 308]) {
      receiver.answers.push(answering(status, '', { location: other.url }))
      expect(await send(receiver.url)).toMatchObject({ failure: 'REDIRECTION', httpStatus: status })
    }
    expect(other.received).toEqual([])
  })

  it('is given up when its receiver hangs: before it answers, and in the middle of its answer', async () => {
    receiver.answers.push(hanging)
    const hung = await send(receiver.url, { timeoutMs: 300 })
    expect(hung).toMatchObject(refusedAs('DELAI'))
    expect(hung.durationMs).toBeGreaterThanOrEqual(290)
    // Its status said that it took it.
    receiver.answers.push((response) => void response.writeHead(200).write('Je réfléchis'))
    expect(await send(receiver.url, { timeoutMs: 300 })).toMatchObject({
      failure: null,
      httpStatus: 200,
      answer: 'Je réfléchis',
    })
  })

  it('ends at once when it is told to, and rejects', async () => {
    const stop = new AbortController()
    receiver.answers.push(hanging)
    const sent = receiver.received.length
    const sending = send(receiver.url, { signal: stop.signal, timeoutMs: 60_000 })
    await expect.poll(() => receiver.received.length).toBe(sent + 1)
    stop.abort(new Error('stopped'))
    await expect(sending).rejects.toThrow('stopped')
  })

  it('keeps the beginning of an answer, and nothing of what is no text', async () => {
    const answers: [body: string, headers: Record<string, string>, kept: string | null][] = [
      ['a'.repeat(MAX_EXCERPT_CHARACTERS), {}, 'a'.repeat(MAX_EXCERPT_CHARACTERS)],
      ['é'.repeat(MAX_EXCERPT_CHARACTERS + 1), {}, 'é'.repeat(MAX_EXCERPT_CHARACTERS)],
      ['👩‍👩‍👧'.repeat(5_000), {}, '👩‍👩‍👧'.repeat(100)],
      ['{"error":"non"}', { 'content-type': 'application/problem+json; charset=utf-8' }, '{"error":"non"}'],
      ['PNG', { 'content-type': 'image/png' }, null],
      ['gz', { 'content-encoding': 'gzip' }, null],
      ['\u0000\u0001', {}, null],
      ['', {}, null],
    ]
    for (const [answer, headers, kept] of answers) {
      receiver.answers.push(answering(500, answer, headers))
      expect((await send(receiver.url)).answer).toBe(kept)
    }
  })

  it('does not read an answer without end', async () => {
    let written = 0
    const { promise: cut, resolve } = Promise.withResolvers<void>()
    receiver.answers.push((response) => {
      response.writeHead(200)
      response.once('close', resolve)
      const more = () => {
        if (response.destroyed) return
        written += 65_536
        response.write('x'.repeat(65_536), () => setImmediate(more))
      }
      more()
    })
    expect(await send(receiver.url, { timeoutMs: 60_000 })).toMatchObject({ failure: null, httpStatus: 200 })
    await cut
    // What the kernel had taken; then nothing.
    expect(written).toBeLessThan(50_000_000)
  })

  it('says that nobody listens, or that somebody who does is no web server', async () => {
    const gone = await startWebhookReceiver()
    await gone.close()
    expect(await send(gone.url)).toMatchObject(refusedAs('CONNEXION'))
    receiver.answers.push((response) => void response.socket?.destroy())
    expect(await send(receiver.url)).toMatchObject(refusedAs('CONNEXION'))
    expect(await send(receiver.url.replace('http:', 'https:'))).toMatchObject(refusedAs('CONNEXION'))
  })
})

describe('where an event goes', () => {
  it.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://ici.exemple.fr/',
    'https://prive.exemple.fr/',
    'https://nuage.exemple.fr/',
    'https://partage.exemple.fr/',
    'https://six.exemple.fr/',
    'https://lien.exemple.fr/',
    'https://deux.exemple.fr/',
    'https://melange.exemple.fr/',
  ])('is refused before any connection: %s', async (url) => {
    expect(await send(url, { allowLoopback: false })).toMatchObject(refusedAs('ADRESSE_REFUSEE'))
  })

  it('is never private, even where this machine may be told', async () => {
    for (const name of ['prive', 'nuage', 'six', 'deux']) {
      expect(await send(`https://${name}.exemple.fr/`)).toMatchObject(refusedAs('ADRESSE_REFUSEE'))
    }
    expect(await send('https://10.0.0.1/')).toMatchObject(refusedAs('ADRESSE_REFUSEE'))
  })

  it('is the address that was looked at: its name is asked once, and by nobody else after', async () => {
    const { port } = new URL(receiver.url)
    const asked = names.questions.get('ici.exemple.fr') ?? 0
    // For both kinds of addresses.
    expect(await send(`http://ici.exemple.fr:${port}/pupitre`)).toMatchObject({ failure: null })
    expect(names.questions.get('ici.exemple.fr')).toBe(asked + 2)
    expect(receiver.received.at(-1)?.headers.host).toBe(`ici.exemple.fr:${port}`)
  })

  it('is nowhere when its name is unknown, or its name server silent', async () => {
    expect(await send('https://absent.exemple.fr/')).toMatchObject(refusedAs('NOM_INCONNU'))
    expect(await send('https://muet.exemple.fr/', { timeoutMs: 100 })).toMatchObject(refusedAs('DELAI'))
  })

  it('is one whose certificate is trusted, and of its name', async () => {
    const { key, cert } = SIGNED_BY_NOBODY
    const secure = await startWebhookReceiver({ tls: { key, cert } })
    onTestFinished(() => secure.close())
    const named = secure.url.replace('127.0.0.1', 'ici.exemple.fr')
    expect(await send(named)).toMatchObject(refusedAs('CERTIFICAT'))
    expect(await send(secure.url, { ca: cert })).toMatchObject(refusedAs('CERTIFICAT'))
    expect(await send(named, { ca: cert })).toMatchObject({ failure: null, httpStatus: 204 })
    expect(secure.received).toHaveLength(1)
  })
})
