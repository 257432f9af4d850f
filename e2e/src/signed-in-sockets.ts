/** Signs in by the API, as the sign-in page does. @returns the `Cookie` header of the session */
export async function sessionCookie({ url, email }: { url: string; email: string }): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: 'demonstration' }),
  })
  if (!response.ok) throw new Error(`sign-in of ${email} answered ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/**
 * Makes the WebSockets that this process opens from now on carry a session, as a browser's do: `cookie` is asked at each
 * opening, so that a test may change who is signed in.
 */
export function sendCookieOnSockets(cookie: () => string): void {
  globalThis.WebSocket = new Proxy(globalThis.WebSocket, {
    // Node's WebSocket takes headers where a browser's takes protocols.
    construct: (Plain, [url], derived) => Reflect.construct(Plain, [url, { headers: { cookie: cookie() } }], derived),
  })
}
