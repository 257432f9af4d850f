import { readToEnd } from '../../lib/read-to-end.ts'

/** Why the server said no, in the terms of the page. */
export type AuthRefusal = 'credentials' | 'token' | 'password' | 'tooMany' | 'unreachable'

/** `minutes`: how long to wait, when there were too many tries. */
export type AuthAnswer = { ok: true } | { ok: false; refusal: AuthRefusal; minutes?: number }

/** Opens a session: the answer sets its cookie. */
export function signIn({ email, password }: { email: string; password: string }): Promise<AuthAnswer> {
  return post('/api/auth/sign-in/email', { email, password })
}

/** Sets the password of whom the token was sent to. */
export function resetPassword({ token, newPassword }: { token: string; newPassword: string }): Promise<AuthAnswer> {
  return post('/api/auth/reset-password', { token, newPassword })
}

/** Has a link sent to choose another password, if this address has an account: the answer is the same when it has none. */
export function requestPasswordReset({ email }: { email: string }): Promise<AuthAnswer> {
  return post('/api/auth/request-password-reset', { email })
}

async function post(path: string, body: object): Promise<AuthAnswer> {
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return { ok: false, refusal: 'unreachable' }
  }
  if (response.ok) {
    await readToEnd(response)
    return { ok: true }
  }
  const seconds = Number(response.headers.get('retry-after'))
  const refusal = refusalOf(response.status, await errorCode(response))
  return { ok: false, refusal, ...(seconds > 0 && { minutes: Math.ceil(seconds / 60) }) }
}

/** @param code the authentication library's own code, e.g. `INVALID_TOKEN` */
export function refusalOf(status: number, code: string | null): AuthRefusal {
  if (status === 429) return 'tooMany'
  if (status >= 500) return 'unreachable'
  if (code?.includes('TOKEN')) return 'token'
  return code?.startsWith('PASSWORD_TOO') ? 'password' : 'credentials'
}

async function errorCode(response: Response): Promise<string | null> {
  const body: unknown = await response.json().catch(() => null)
  if (typeof body !== 'object' || body === null || !('code' in body)) return null
  return typeof body.code === 'string' ? body.code : null
}
