import JSZip from 'jszip'
import { MAX_ARCHIVE_ENTRIES, MAX_FILE_BYTES, MAX_INFLATED_BYTES } from './import-limits.ts'
import { refusedFile } from './import-refused.ts'

const NOT_A_SPREADSHEET = 'Ce fichier n’est pas un classeur Excel (.xlsx), ou il est abîmé.'
const MEGABYTE = 1024 * 1024
const TOO_LARGE = `Ce classeur est trop volumineux : une fois ouvert, il dépasse ${MAX_INFLATED_BYTES / MEGABYTE} Mo.`

/** First bytes of an OLE file: the old .xls, or an .xlsx behind a password. */
const OLE_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** The stream that holds the workbook behind a password, by its name in the OLE file's directory. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')
const PROTECTED =
  'Ce classeur est protégé par un mot de passe : ôtez-le dans votre tableur, enregistrez, puis recommencez.'
const OLD_FORMAT = 'Ce fichier est à l’ancien format .xls : enregistrez-le au format Excel (.xlsx), puis recommencez.'

/**
 * Lets a file through when it is a workbook that can be opened without harm. Each part is really inflated and counted,
 * by the library that will read it: the sizes that an archive announces may lie.
 * @throws ImportRefusedError
 */
export async function guardArchive(bytes: Uint8Array): Promise<void> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw refusedFile(`Ce fichier dépasse ${MAX_FILE_BYTES / MEGABYTE} Mo.`)
  if (OLE_MAGIC.equals(bytes.subarray(0, OLE_MAGIC.length))) {
    throw refusedFile(Buffer.from(bytes).includes(ENCRYPTED_STREAM) ? PROTECTED : OLD_FORMAT)
  }

  const archive = await openArchive(bytes)
  const entries = Object.values(archive.files)
  if (entries.length > MAX_ARCHIVE_ENTRIES) throw refusedFile(NOT_A_SPREADSHEET)
  if (!archive.files['xl/workbook.xml']) throw refusedFile(NOT_A_SPREADSHEET)
  if (entries.some(({ name }) => name.endsWith('vbaProject.bin') || name.startsWith('xl/macrosheets/'))) {
    throw refusedFile('Ce classeur contient des macros : enregistrez-le au format .xlsx, sans macros.')
  }

  let budget = MAX_INFLATED_BYTES
  for (const entry of entries) budget -= await inflatedBytes(entry, budget)
}

async function openArchive(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes)
  } catch {
    throw refusedFile(NOT_A_SPREADSHEET)
  }
}

/** Inflates one part, a piece at a time, and stops at once when it passes the budget. */
function inflatedBytes(entry: JSZip.JSZipObject, budget: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let total = 0
    const stream = entry.nodeStream()
    stream.on('data', (piece: Uint8Array) => {
      total += piece.byteLength
      if (total <= budget) return
      stream.pause()
      reject(refusedFile(TOO_LARGE))
    })
    stream.on('error', () => reject(refusedFile(NOT_A_SPREADSHEET)))
    stream.on('end', () => resolve(total))
  })
}
