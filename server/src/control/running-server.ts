import { z } from 'zod'
import { readControlFile } from './control-file.ts'

const Answer = z.object({ result: z.unknown() })

/** Long enough for a server that is busy, short enough not to wait for one whose machine was restarted. */
const PING_TIMEOUT_MS = 3_000

export interface RunningServer {
  url: string
  /** Runs a command in the server, so that open pages see what it does. Throws when the server does not know it or fails. */
  run(command: string, order: { options: Record<string, string>; body?: Buffer }): Promise<unknown>
}

/** The server that runs on this data folder, or null: then the caller works on the database itself. */
export async function findRunningServer(dataDir: string): Promise<RunningServer | null> {
  const file = await readControlFile(dataDir)
  if (!file) return null
  const { url, secret } = file

  const post = async (
    command: string,
    { options, body, signal }: { options: Record<string, string>; body?: Buffer; signal?: AbortSignal },
  ) => {
    const response = await fetch(new URL(`/control/${command}?${new URLSearchParams(options).toString()}`, url), {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(body ?? []),
      ...(signal && { signal }),
    })
    if (!response.ok)
      throw new Error(`The server answered ${response.status} to the command “${command}”: ${await response.text()}`)
    return Answer.parse(await response.json()).result
  }

  try {
    await post('ping', { options: {}, signal: AbortSignal.timeout(PING_TIMEOUT_MS) })
  } catch {
    return null
  }
  return { url, run: (command, order) => post(command, order) }
}
