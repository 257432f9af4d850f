/** A WebSocket class that sends these headers: Node's takes them where a browser's takes protocols. */
export function withHeaders(headers: Record<string, string>): typeof WebSocket {
  return new Proxy(WebSocket, {
    construct: (Plain, [url], derived) => Reflect.construct(Plain, [url, { headers }], derived),
  })
}
