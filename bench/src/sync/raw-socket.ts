import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** Frames and bytes that this process has been sent over websockets, and has sent. */
export const traffic = { framesIn: 0, bytesIn: 0, framesOut: 0, bytesOut: 0 }

const FIN_BINARY = 0x82
const FIN_CLOSE = 0x88
const FIN_PONG = 0x8a
const MASKED = 0x80

/**
 * A websocket client that costs a fraction of `ws`, so that one core follows a server which sends a hundred thousand frames a second. No
 * compression; masks with zeros, which RFC 6455 allows and which changes no byte.
 */
export class RawSocket {
  onOpen: () => void = () => {}
  onMessage: (frame: Buffer) => void = () => {}
  onClose: (code: number | null) => void = () => {}
  isOpen = false
  isClosed = false
  closeCode: number | null = null
  readonly #socket: Socket
  #rest: Buffer | null = null
  #fragments: Buffer[] = []

  constructor({ url, cookie }: { url: string; cookie?: string | undefined }) {
    const { hostname, port, host, pathname, search } = new URL(url)
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    const lines = [
      `GET ${pathname}${search} HTTP/1.1`,
      `Host: ${host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      ...(cookie ? [`Cookie: ${cookie}`] : []),
    ]
    this.#socket.once('connect', () => this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    this.#socket.on('data', (chunk) => this.#read(chunk))
    this.#socket.on('error', () => this.#socket.destroy())
    this.#socket.on('close', () => {
      this.isOpen = false
      this.isClosed = true
      this.onClose(this.closeCode)
    })
  }

  send(frame: Uint8Array): void {
    this.#send(FIN_BINARY, frame)
  }

  /** Reads no more: what the server sends stays with it once the kernel's buffers are full. */
  stopReading(): void {
    this.#socket.pause()
  }

  readAgain(): void {
    this.#socket.resume()
  }

  destroy(): void {
    this.#socket.destroy()
  }

  #read(data: Buffer): void {
    const chunk = this.#rest ? Buffer.concat([this.#rest, data]) : data
    this.#rest = null
    const from = this.isOpen ? 0 : this.#shakeHands(chunk)
    if (from < 0) return
    let at = from
    for (;;) {
      const end = this.#readFrame(chunk, at)
      if (end < 0) break
      at = end
    }
    if (at < chunk.length) this.#rest = at === 0 ? chunk : Buffer.from(chunk.subarray(at))
  }

  /** Where the frames begin; -1 when the answer is not whole or not a websocket's. */
  #shakeHands(chunk: Buffer): number {
    const end = chunk.indexOf('\r\n\r\n')
    if (end < 0) {
      this.#rest = chunk
      return -1
    }
    if (!chunk.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
      this.#socket.destroy()
      return -1
    }
    this.isOpen = true
    this.onOpen()
    return end + 4
  }

  /** Where the frame at `at` ends; -1 when it is not whole. */
  #readFrame(chunk: Buffer, at: number): number {
    const size = chunk.length - at
    if (size < 2) return -1
    const first = chunk[at] ?? 0
    let length = (chunk[at + 1] ?? 0) & 127
    let start = at + 2
    if (length === 126) {
      if (size < 4) return -1
      length = chunk.readUInt16BE(at + 2)
      start = at + 4
    } else if (length === 127) {
      if (size < 10) return -1
      length = Number(chunk.readBigUInt64BE(at + 2))
      start = at + 10
    }
    if (chunk.length - start < length) return -1
    traffic.framesIn += 1
    traffic.bytesIn += length
    this.#take(first, chunk.subarray(start, start + length))
    return start + length
  }

  #take(first: number, payload: Buffer): void {
    const operation = first & 15
    if (operation === 9) return this.#send(FIN_PONG, payload)
    if (operation === 8) {
      if (payload.length >= 2) this.closeCode = payload.readUInt16BE(0)
      this.#send(FIN_CLOSE, payload.subarray(0, 2))
      this.#socket.end()
      return
    }
    if (operation > 2) return
    const isLast = (first & 0x80) !== 0
    if (isLast && this.#fragments.length === 0) return this.onMessage(payload)
    this.#fragments.push(payload)
    if (isLast) this.onMessage(Buffer.concat(this.#fragments.splice(0)))
  }

  #send(first: number, payload: Uint8Array): void {
    if (!this.isOpen || this.isClosed) return
    const { length } = payload
    const headBytes = length < 126 ? 6 : length < 65_536 ? 8 : 14
    const frame = Buffer.alloc(headBytes + length)
    frame[0] = first
    if (length < 126) frame[1] = MASKED | length
    else if (length < 65_536) {
      frame[1] = MASKED | 126
      frame.writeUInt16BE(length, 2)
    } else {
      frame[1] = MASKED | 127
      frame.writeBigUInt64BE(BigInt(length), 2)
    }
    frame.set(payload, headBytes)
    traffic.framesOut += 1
    traffic.bytesOut += length
    this.#socket.write(frame)
  }
}
