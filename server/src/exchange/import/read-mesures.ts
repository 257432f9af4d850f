/** « cae 3.1.2 » and its like, at the beginning of a measure. */
const CODE = /^((?:[a-z]{2,5}[ -])?\d+(?:\.\d+)+|(?:[a-z]{2,5}[ -])\d+)\s*(?:[-–:]\s*)?(.*)$/i

const MAX_CODE_CHARACTERS = 50
const MAX_TITRE_CHARACTERS = 300

export interface ReadMesure {
  /** Empty when only a title is written. */
  code: string
  titre: string
}

/** The measures of a cell, one a line or between semicolons; null for one that is too long. */
export function readMesures(text: string): (ReadMesure | null)[] {
  const lines = text.split(/[;\n]/).map((line) =>
    line
      .replace(/^\s*[-•–]\s+/, '')
      .trim()
      .replaceAll(/\s+/g, ' '),
  )
  const byKey = new Map(lines.filter((line) => line !== '').map((line) => [line, readMesure(line)]))
  return [...byKey.values()]
}

function readMesure(line: string): ReadMesure | null {
  const [, code = '', rest = line] = CODE.exec(line) ?? []
  if (code.length > MAX_CODE_CHARACTERS || [...rest].length > MAX_TITRE_CHARACTERS) return null
  return { code, titre: rest }
}
