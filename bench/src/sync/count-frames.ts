import type { JobOf, ResultOf } from './jobs.ts'
import { RawSocket, traffic } from './raw-socket.ts'

/** How many frames a second a bare server brings here. */
export async function countFrames({ url, sockets, seconds }: JobOf<'frames'>): Promise<ResultOf<'frames'>> {
  const opened = Array.from({ length: sockets }, () => new RawSocket({ url }))
  await Promise.all(opened.map((socket) => new Promise<void>((resolve) => (socket.onOpen = resolve))))
  // Its first frame asks the server to begin.
  opened[0]?.send(new Uint8Array([1]))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const { framesIn } = traffic
  const start = performance.now()
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  return { framesPerSecond: ((traffic.framesIn - framesIn) / (performance.now() - start)) * 1000 }
}
