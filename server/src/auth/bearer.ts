import type { IncomingHttpHeaders } from 'node:http'

const BEARER = /^Bearer(?: +(.*))?$/i

/** What a request shows in `Authorization: Bearer …`; null when it shows nothing there, or something else. */
export function bearerOf({ authorization }: IncomingHttpHeaders): string | null {
  const shown = BEARER.exec(authorization ?? '')
  return shown && (shown[1] ?? '').trim()
}
