import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'

const HEADER_BYTES = 12
const TYPE_A = 1
const TYPE_AAAA = 28

export interface NameServer {
  /** A resolver that asks this server, and no other. */
  resolver: Resolver
  /** How many questions each name was asked about. */
  questions: Map<string, number>
  close(): Promise<void>
}

/** A real DNS server (RFC 1035) on loopback: addresses by name, `null` for one of which it never says anything. */
export async function startNameServer(names: Record<string, readonly string[] | null>): Promise<NameServer> {
  const socket = createSocket('udp4')
  const questions = new Map<string, number>()
  socket.on('message', (query, { port, address }) => {
    const { name, type, end } = readQuestion(query)
    questions.set(name, (questions.get(name) ?? 0) + 1)
    const addresses = names[name]
    if (addresses === null) return
    const answers = (addresses ?? []).filter((each) => isIPv6(each) === (type === TYPE_AAAA))
    const header = Buffer.alloc(HEADER_BYTES)
    query.copy(header, 0, 0, 2)
    // An answer, recursion there; NXDOMAIN for a name that it has not.
    header.writeUInt16BE(addresses === undefined ? 0x8183 : 0x8180, 2)
    header.writeUInt16BE(1, 4)
    header.writeUInt16BE(answers.length, 6)
    const records = answers.map((each) => record(type, each))
    socket.send(Buffer.concat([header, query.subarray(HEADER_BYTES, end), ...records]), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const resolver = new Resolver({ timeout: 500, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return { resolver, questions, close: () => new Promise((resolve) => socket.close(() => resolve())) }
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = HEADER_BYTES
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 }
}

/** A record of the name that was asked, which lives for no time. */
function record(type: number, address: string): Buffer {
  const bytes = type === TYPE_A ? Buffer.from(address.split('.').map(Number)) : ipv6Bytes(address)
  const head = Buffer.alloc(HEADER_BYTES)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(type, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(bytes.length, 10)
  return Buffer.concat([head, bytes])
}

function ipv6Bytes(address: string): Buffer {
  const [before = '', after = ''] = address.split('::')
  const words = (text: string) => text.split(':').flatMap((word) => (word === '' ? [] : [Number.parseInt(word, 16)]))
  const [head, tail] = [words(before), words(after)]
  const bytes = Buffer.alloc(16)
  const all = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail]
  for (const [at, word] of all.entries()) bytes.writeUInt16BE(word, at * 2)
  return bytes
}
