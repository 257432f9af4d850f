import { isLink } from '@pupitre/document'

/**
 * Reads what a person types as an address: `exemple.fr` means https, `a@exemple.fr` an e-mail.
 * Null when it is none of http, https and mailto.
 */
export function readAddress(typed: string): string | null {
  const value = typed.trim()
  const candidates = [value]
  if (!hasScheme(value) && /[.:]/.test(value)) candidates.push(isEmail(value) ? `mailto:${value}` : `https://${value}`)
  return candidates.find(isLink) ?? null
}

/** `localhost:4000` has a port, no scheme. */
function hasScheme(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(value) && !/^[^:/]+:\d+(?:\/|$)/.test(value)
}

function isEmail(value: string): boolean {
  return /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(value)
}
