import { isLink } from '@pupitre/document'

/**
 * Reads what a person types as an address: `exemple.fr` means https, `a@exemple.fr` an e-mail.
 * Null when it is none of http, https and mailto.
 */
export function readAddress(typed: string): string | null {
  const value = typed.trim()
  if (isLink(value)) return value
  if (/^[a-z][a-z0-9+.-]*:/i.test(value) && !/^[^:/]+:\d+(?:\/|$)/.test(value)) return null
  const completed = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(value) ? `mailto:${value}` : `https://${value}`
  return /[.:]/.test(value) && isLink(completed) ? completed : null
}
