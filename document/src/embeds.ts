import type { Embed } from './model.ts'
import { isUuid } from './uuid.ts'

/** Reads the value of an embed; null for one that this version does not know, which stays in the document. */
export function readEmbed(value: unknown): Embed | null {
  // An embed with an unknown key, or two, is not one of ours. Read by hand: a library for it would weigh on every page of a fiche.
  if (!hasOnly(value, ['mention']) && !hasOnly(value, ['ficheLink']) && !hasOnly(value, ['image']))
    return hasOnly(value, ['break']) && value.break === true ? { break: true } : null
  if ('mention' in value) {
    const { mention } = value
    if (!hasOnly(mention, ['kind', 'id']) || !isUuid(mention.id)) return null
    const { kind } = mention
    return kind === 'user' || kind === 'service' ? { mention: { kind, id: mention.id.toLowerCase() } } : null
  }
  const [key, target] = 'image' in value ? (['image', value.image] as const) : (['ficheLink', value.ficheLink] as const)
  if (!hasOnly(target, ['id']) || !isUuid(target.id)) return null
  const id = target.id.toLowerCase()
  return key === 'image' ? { image: { id } } : { ficheLink: { id } }
}

function hasOnly<Key extends string>(value: unknown, keys: readonly Key[]): value is Record<Key, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const found = Object.keys(value)
  return found.length === keys.length && keys.every((key) => Object.hasOwn(value, key))
}
