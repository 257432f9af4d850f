/** Gives the websockets of this process people's sessions in turn, as browsers do, and counts how they end. */
export function watchSockets(cookies: readonly string[]): { closes: Map<number, number> } {
  const closes = new Map<number, number>()
  let opened = 0
  globalThis.WebSocket = new Proxy(globalThis.WebSocket, {
    construct(Plain, [url], derived) {
      const cookie = cookies[opened++ % cookies.length]
      // Node's WebSocket takes headers where a browser's takes protocols.
      const socket: WebSocket = Reflect.construct(Plain, [url, { headers: { cookie } }], derived)
      socket.addEventListener('close', ({ code }) => closes.set(code, (closes.get(code) ?? 0) + 1))
      return socket
    },
  })
  return { closes }
}
