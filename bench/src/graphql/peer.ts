import { fork } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'
import type { Subject } from './listed-query.ts'

/** What a peer is started with. */
export interface PeerOptions {
  kind: 'sql' | 'yoga'
  connectionString: string
  sessionId: string
  subject: Subject
}

/** Starts a peer in a process of its own, as our server is. */
export async function startPeer(options: PeerOptions): Promise<{ url: string; close: () => void }> {
  const child = fork(new URL('peer-process.ts', import.meta.url), [JSON.stringify(options)])
  const [url] = z
    .tuple([z.string()])
    .rest(z.unknown())
    .parse(await once(child, 'message'))
  return { url, close: () => child.kill() }
}
