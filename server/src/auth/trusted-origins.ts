const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]']

/** The origins whose pages may sign in: the public one, and on one's own machine each of its names. */
export function trustedOrigins(publicUrl: string): string[] {
  const url = new URL(publicUrl)
  if (!LOOPBACK_HOSTS.includes(url.hostname)) return [url.origin]
  return LOOPBACK_HOSTS.map((hostname) => `${url.protocol}//${hostname}${url.port && `:${url.port}`}`)
}
