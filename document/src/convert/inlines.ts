import type { Inline } from './block.ts'

export function isBreak(inline: Inline | undefined): boolean {
  return inline !== undefined && 'embed' in inline && 'break' in inline.embed
}

/** HTML shows nothing for the line break that ends a block: it stands for the block's last, empty line. */
export function withoutClosingBreak(inlines: Inline[]): Inline[] {
  return isBreak(inlines.at(-1)) ? inlines.slice(0, -1) : inlines
}
