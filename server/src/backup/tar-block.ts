/*
 * The part of the tar format (POSIX.1-1988, « ustar ») that a backup needs: plain files with short names. Any tar reads it.
 */

export const TAR_BLOCK_BYTES = 512

const NAME_BYTES = 100
const MODE = '0000600\0'
const ROOT = '0000000\0'
const PLAIN_FILE = '0'
const MAGIC = 'ustar\x0000'
const AT = { name: 0, mode: 100, uid: 108, gid: 116, size: 124, mtime: 136, checksum: 148, type: 156, magic: 257 }
const SIZE_DIGITS = 11

/** The header before a file. @throws RangeError on a name or a size that it cannot say */
export function tarHeader({ name, size, mtime }: { name: string; size: number; mtime: Date }): Buffer {
  if (Buffer.byteLength(name) > NAME_BYTES || size >= 8 ** SIZE_DIGITS) throw new RangeError(`tar cannot hold ${name}`)
  const block = Buffer.alloc(TAR_BLOCK_BYTES)
  block.write(name, AT.name)
  block.write(MODE, AT.mode)
  block.write(ROOT, AT.uid)
  block.write(ROOT, AT.gid)
  block.write(octal(size), AT.size)
  block.write(octal(Math.floor(mtime.getTime() / 1000)), AT.mtime)
  block.write(PLAIN_FILE, AT.type)
  block.write(MAGIC, AT.magic)
  block.write(`${checksumOf(block).toString(8).padStart(6, '0')}\0 `, AT.checksum)
  return block
}

/** What a header says; null for the block of zeros that ends an archive, or for what is no header. */
export function readTarHeader(block: Buffer): { name: string; size: number } | null {
  const checksum = Number.parseInt(textAt(block, AT.checksum, 8), 8)
  if (checksum !== checksumOf(block)) return null
  const size = Number.parseInt(textAt(block, AT.size, 12), 8)
  return Number.isSafeInteger(size) && size >= 0 ? { name: textAt(block, AT.name, NAME_BYTES), size } : null
}

/** Zeros that fill the last block of a file of this size. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((TAR_BLOCK_BYTES - (size % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES)
}

/** The sum of the bytes, those of the checksum itself counted as spaces. */
function checksumOf(block: Buffer): number {
  let sum = 8 * 0x20
  for (const [at, byte] of block.entries()) if (at < AT.checksum || at >= AT.checksum + 8) sum += byte
  return sum
}

function octal(value: number): string {
  return value.toString(8).padStart(SIZE_DIGITS, '0')
}

function textAt(block: Buffer, at: number, length: number): string {
  const text = block.toString('utf8', at, at + length)
  const end = text.indexOf('\0')
  return end === -1 ? text : text.slice(0, end)
}
