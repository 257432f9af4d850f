const ACCENTS = /\p{Diacritic}/gu

/** What makes two names the same: no accents, no case, single spaces, straight apostrophes. */
export function normaliseNom(nom: string): string {
  return nom
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
