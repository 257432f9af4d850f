import type { IncomingMessage } from 'node:http'
import { oneLine } from '../domain/one-line.ts'

/** Read of an answer, at most: what is after it is left, with its connection. */
const MAX_ANSWER_BYTES = 4_096

/** Kept of it: what a server says is wrong is in its first line. */
export const MAX_EXCERPT_CHARACTERS = 500

const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml))/i

/** The beginning of an answer, on one line; null when it is empty, or no text. It never takes longer than the request may. */
export async function readAnswer(response: IncomingMessage): Promise<string | null> {
  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = response.headers
  if (encoding !== 'identity' || (type !== undefined && !TEXT.test(type))) {
    response.destroy()
    return null
  }
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response) {
      if (!Buffer.isBuffer(chunk)) break
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= MAX_ANSWER_BYTES) break
    }
  } catch {
    // Cut or too slow: what was read is kept, and the status said enough.
  }
  response.destroy()
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES))
  return [...oneLine(text)].slice(0, MAX_EXCERPT_CHARACTERS).join('').trim() || null
}
