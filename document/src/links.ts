/** Longest link kept, in UTF-16 units: longer than any address that browsers agree to open. */
export const MAX_LINK_LENGTH = 2048

const LINK = /^(?:https?:\/\/|mailto:)[^\s"<>\\^`{|}\p{C}]+$/iu

/** The only addresses that a link may have: absolute http, https and mailto. Judged as written, so never normalise before. */
export function isLink(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_LINK_LENGTH && LINK.test(value) && URL.canParse(value)
}
