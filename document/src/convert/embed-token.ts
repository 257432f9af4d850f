/**
 * How embeds are written in plain text, Markdown and HTML: one neutral token, `pupitre:<noun>/<uuid>`, between angle brackets
 * in text. It names nobody: whoever shows the text replaces each token by what its viewer may read.
 *
 * Characters that a person typed never read as a token: Markdown and HTML escape them, plain text changes their bracket.
 */
import { readEmbed } from '../embeds.ts'
import type { Embed } from '../model.ts'

/** Every embed but the soft line break, which each format writes in its own way. */
export type ReferenceEmbed = Exclude<Embed, { break: true }>

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const REFERENCE = new RegExp(`^pupitre:(user|service|fiche|image)/(${UUID})$`)
const TOKEN = new RegExp(`<(pupitre:(?:user|service|fiche|image)/${UUID})>`, 'g')

function address(embed: ReferenceEmbed): string {
  if ('mention' in embed) return `${embed.mention.kind}/${embed.mention.id}`
  if ('ficheLink' in embed) return `fiche/${embed.ficheLink.id}`
  return `image/${embed.image.id}`
}

/** The reference of an embed, as the address of a link: `pupitre:fiche/<uuid>`. */
export function embedReference(embed: ReferenceEmbed): string {
  return `pupitre:${address(embed)}`
}

/** Reads the reference of an embed; null for anything else. */
export function parseEmbedReference(reference: string): ReferenceEmbed | null {
  const [, noun, id] = REFERENCE.exec(reference) ?? []
  if (noun === 'user' || noun === 'service') return known({ mention: { kind: noun, id } })
  return noun ? known(noun === 'fiche' ? { ficheLink: { id } } : { image: { id } }) : null
}

function known(value: unknown): ReferenceEmbed | null {
  const embed = readEmbed(value)
  return embed && !('break' in embed) ? embed : null
}

/** The token of an embed in plain text and Markdown: `<pupitre:user/<uuid>>`. */
export function embedToken(embed: ReferenceEmbed): string {
  return `<${embedReference(embed)}>`
}

/** Takes from typed characters the look of a token, where the format has no escape. */
export function disarmTokens(text: string): string {
  return text.replace(TOKEN, '‹$1›')
}

/**
 * Replaces each token of a plain or Markdown text by what `name` gives for it. The names are written as they are: escape them
 * for the format, and give a neutral word for what the viewer may not read.
 */
export function resolveTokens(text: string, name: (embed: ReferenceEmbed) => string): string {
  return text.replace(TOKEN, (token, reference: string) => {
    const embed = parseEmbedReference(reference)
    return embed ? name(embed) : token
  })
}
