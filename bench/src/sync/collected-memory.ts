import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { memoryOf } from './process-memory.ts'

/** Where a Node process listens once it is sent SIGUSR1. */
const INSPECTOR = 'http://127.0.0.1:9229/json'
const LOOK_AGAIN_MS = 100
const LOOKS = 50

const targets = z.tuple([z.object({ webSocketDebuggerUrl: z.url() })])

/** Resident memory of a Node process, in MiB, once its collector has been asked to do all that it can. */
export async function collectedMemory(pid: number): Promise<number> {
  process.kill(pid, 'SIGUSR1')
  const socket = new WebSocket(await inspectorUrl())
  await once(socket, 'open')
  socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }))
  await once(socket, 'message')
  socket.close()
  return memoryOf(pid)
}

async function inspectorUrl(looks = LOOKS): Promise<string> {
  try {
    const answer = await fetch(INSPECTOR)
    return targets.parse(await answer.json())[0].webSocketDebuggerUrl
  } catch (error) {
    if (looks === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    return inspectorUrl(looks - 1)
  }
}
