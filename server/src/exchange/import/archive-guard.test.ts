import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { compoundFile, encryptedWorkbook } from '../../../test/encrypted-workbook.ts'
import { spreadsheetFile } from '../../../test/spreadsheet-file.ts'
import { guardArchive } from './archive-guard.ts'
import { MAX_ARCHIVE_ENTRIES, MAX_FILE_BYTES, MAX_INFLATED_BYTES } from './import-limits.ts'
import { ImportRefusedError } from './import-refused.ts'
import { parseWorkbook } from './parse-workbook.ts'
import { readWorkbook } from './read-workbook.ts'

const WORKBOOK = 'xl/workbook.xml'

async function archive(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(parts)) zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

test.each([
  ['a text', () => Promise.resolve(Buffer.from('Axe;Titre\n1;2')), 'n’est pas un classeur'],
  ['nothing', () => Promise.resolve(new Uint8Array()), 'n’est pas un classeur'],
  ['another archive', () => archive({ 'word/document.xml': '<w/>' }), 'n’est pas un classeur'],
  [
    'a file cut in two',
    async () => (await spreadsheetFile({ rows: [['a']] })).subarray(0, 900),
    'n’est pas un classeur',
  ],
  [
    'an archive of too many parts',
    () => archive({ [WORKBOOK]: '<w/>', ...manyParts(MAX_ARCHIVE_ENTRIES - 1) }),
    'n’est pas un classeur',
  ],
  ['a workbook behind a password', () => Promise.resolve(encryptedWorkbook()), 'protégé par un mot de passe'],
  ['an old .xls under the new name', () => Promise.resolve(compoundFile(['Info', 'Workbook'])), 'ancien format .xls'],
  ['a workbook with macros', () => archive({ [WORKBOOK]: '<w/>', 'xl/vbaProject.bin': 'x' }), 'macros'],
  ['a file over its limit', () => Promise.resolve(new Uint8Array(MAX_FILE_BYTES + 1)), 'dépasse 10 Mo'],
])('refuses %s with one sentence', async (_what, file, sentence) => {
  const error: unknown = await guardArchive(await file()).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ImportRefusedError)
  expect(error).toMatchObject({ problems: [{ row: null, column: null, message: expect.stringContaining(sentence) }] })
})

test('lets a workbook of as many parts as allowed through', async () => {
  // The folder that they are in counts as one.
  const file = await archive({ [WORKBOOK]: '<w/>', ...manyParts(MAX_ARCHIVE_ENTRIES - 2) })
  await expect(guardArchive(file)).resolves.toBeUndefined()
})

test('refuses a workbook whose parts cannot be read', async () => {
  const file = await archive({ [WORKBOOK]: 'not xml', 'xl/_rels/workbook.xml.rels': '<' })
  await expect(parseWorkbook(file)).rejects.toBeInstanceOf(ImportRefusedError)
})

describe('a zip bomb', () => {
  const inflatingTo = (bytes: number) => archive({ [WORKBOOK]: '', 'xl/media/a.bin': new Uint8Array(bytes) })

  test('is let through at the limit and refused one byte past it', async () => {
    await expect(guardArchive(await inflatingTo(MAX_INFLATED_BYTES))).resolves.toBeUndefined()
    await expect(guardArchive(await inflatingTo(MAX_INFLATED_BYTES + 1))).rejects.toThrow('trop volumineux')
  })

  test('is refused even when it lies about its size', async () => {
    const file = await inflatingTo(MAX_INFLATED_BYTES * 2)
    expect(sayThatPartsWeigh(10, file)).toBe(1)
    await expect(guardArchive(file)).rejects.toThrow('trop volumineux')
  })
})

test('reads a file in its thread, and gives its refusals back', async () => {
  expect(await readWorkbook(await spreadsheetFile({ rows: [['a']] }))).toMatchObject({ sheets: [{ name: 'Feuille' }] })
  await expect(readWorkbook(Buffer.from('non'))).rejects.toThrow('n’est pas un classeur')
  await expect(readWorkbook(new Uint8Array(MAX_FILE_BYTES + 1))).rejects.toThrow('dépasse 10 Mo')
})

function manyParts(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`xl/${index}.xml`, '']))
}

/** Overwrites the inflated sizes in the archive's directory, empty parts apart. Answers how many it changed. */
function sayThatPartsWeigh(bytes: number, file: Uint8Array): number {
  const DIRECTORY_ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  const INFLATED_SIZE_OFFSET = 24
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  let count = 0
  for (let at = buffer.indexOf(DIRECTORY_ENTRY); at !== -1; at = buffer.indexOf(DIRECTORY_ENTRY, at + 1)) {
    if (buffer.readUInt32LE(at + INFLATED_SIZE_OFFSET) === 0) continue
    buffer.writeUInt32LE(bytes, at + INFLATED_SIZE_OFFSET)
    count += 1
  }
  return count
}
