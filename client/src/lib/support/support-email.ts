/** The address that the operator answers at; null when there is none, or when the server does not say. */
export async function loadSupportEmail(): Promise<string | null> {
  try {
    const response = await fetch('/api/support')
    return response.ok ? readSupportEmail(await response.json()) : null
  } catch {
    return null
  }
}

/** Reads the server's answer. */
export function readSupportEmail(answer: unknown): string | null {
  const email: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'email') : null
  return typeof email === 'string' ? email : null
}

/** A message to write to it, which says from where and with what, for the answer to begin there. */
export function supportMessage(email: string, { page, browser }: { page: string; browser: string }): string {
  const body = `\n\n--\nPage : ${page}\nNavigateur : ${browser}`
  return `mailto:${email}?subject=${encodeURIComponent('Pupitre')}&body=${encodeURIComponent(body)}`
}
