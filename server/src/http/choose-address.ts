import { once } from 'node:events'
import { createServer } from 'node:net'

/** The server cannot listen where it was asked to. The message is one sentence for the person who starts it. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

export interface Address {
  port: number
  /** Where a browser of this machine finds the server. */
  url: string
}

/**
 * Checks that the address can be listened on, and draws a port when 0 is asked: the public address must be known before the
 * server is composed.
 * @throws ListenError
 */
export async function chooseAddress({ host, port }: { host: string; port: number }): Promise<Address> {
  const free = await probe({ host, port })
  return { port: free, url: `http://${reachableName(host)}:${free}` }
}

async function probe({ host, port }: { host: string; port: number }): Promise<number> {
  const server = createServer()
  try {
    server.listen({ host, port, exclusive: true })
    await once(server, 'listening')
    const address = server.address()
    return typeof address === 'object' && address ? address.port : port
  } catch (error) {
    throw new ListenError(refusal({ host, port, error }), { cause: error })
  } finally {
    server.close()
  }
}

function refusal({ host, port, error }: { host: string; port: number; error: unknown }): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return `Le port ${port} est déjà pris sur ${host} : arrêtez ce qui l’occupe, ou choisissez-en un autre avec PORT.`
    case 'EACCES':
      return `Le port ${port} est réservé à l’administrateur de la machine : choisissez-en un au-dessus de 1023 avec PORT.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Cette machine n’a pas l’adresse ${host} : corrigez HOST.`
    default:
      return `Impossible d’écouter sur ${host}:${port} (${String(code ?? error)}).`
  }
}

/** An address that means "all of them" is no name for a browser. */
function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
