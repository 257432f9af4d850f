/*
 * An .xlsx file behind a password is no archive: Excel puts the encrypted archive in an OLE compound file ([MS-CFB], [MS-OFFCRYPTO]),
 * as a stream « EncryptedPackage » beside « EncryptionInfo ».
 */

const SECTOR_BYTES = 512
const ENTRY_BYTES = 128
const NO_STREAM = 0xffffffff
const END_OF_CHAIN = 0xfffffffe
const FREE_SECTOR = 0xffffffff
const FAT_SECTOR = 0xfffffffd

/** Below this a stream would live in the mini stream, which such a small file can do without. */
const STREAM_BYTES = 4096
const SECTORS_PER_STREAM = STREAM_BYTES / SECTOR_BYTES

/** A compound file of two streams, laid out as the specification says: header, FAT, directory, streams. */
export function compoundFile(names: readonly [string, string]): Uint8Array {
  const [first, second] = [2, 2 + SECTORS_PER_STREAM]
  const fat = Buffer.alloc(SECTOR_BYTES, 0xff)
  const chain = [FAT_SECTOR, END_OF_CHAIN]
  for (const start of [first, second]) {
    for (let at = start; at < start + SECTORS_PER_STREAM - 1; at += 1) chain.push(at + 1)
    chain.push(END_OF_CHAIN)
  }
  for (const [sector, next] of chain.entries()) fat.writeUInt32LE(next, sector * 4)
  const directory = Buffer.concat([
    // Siblings are sorted by the length of their names: the shorter is on the left of the other, which hangs from the root.
    directoryEntry({ name: 'Root Entry', type: 5, start: END_OF_CHAIN, bytes: 0, child: 2 }),
    directoryEntry({ name: names[0], type: 2, start: first, bytes: STREAM_BYTES }),
    directoryEntry({ name: names[1], type: 2, start: second, bytes: STREAM_BYTES, left: 1 }),
    directoryEntry({ name: '', type: 0, start: 0, bytes: 0 }),
  ])
  // Agile encryption says « 4, 4 » first; what is encrypted looks like noise.
  const info = Buffer.alloc(STREAM_BYTES)
  info.writeUInt16LE(4, 0)
  info.writeUInt16LE(4, 2)
  const noise = Buffer.from(Array.from({ length: STREAM_BYTES }, (_, index) => (index * 197 + 89) % 256))
  return new Uint8Array(Buffer.concat([header(), fat, directory, info, noise]))
}

/** What Excel saves when it is given a password. */
export function encryptedWorkbook(): Uint8Array {
  return compoundFile(['EncryptionInfo', 'EncryptedPackage'])
}

function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR_BYTES)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  bytes.writeUInt16LE(0x3e, 24) // Minor version.
  bytes.writeUInt16LE(3, 26) // Major version: sectors of 512 bytes.
  bytes.writeUInt16LE(0xfffe, 28) // Little-endian.
  bytes.writeUInt16LE(9, 30) // 2⁹ bytes a sector,
  bytes.writeUInt16LE(6, 32) // 2⁶ a mini sector.
  bytes.writeUInt32LE(1, 44) // One sector of FAT,
  bytes.writeUInt32LE(1, 48) // the directory in sector 1,
  bytes.writeUInt32LE(STREAM_BYTES, 56) // no mini stream from here up,
  bytes.writeUInt32LE(END_OF_CHAIN, 60) // none at all here,
  bytes.writeUInt32LE(END_OF_CHAIN, 68) // and no more of the FAT's own table than what follows.
  bytes.fill(0xff, 76)
  bytes.writeUInt32LE(0, 76)
  return bytes
}

interface Entry {
  name: string
  /** 0 unused, 2 a stream, 5 the root. */
  type: 0 | 2 | 5
  start: number
  bytes: number
  left?: number
  child?: number
}

function directoryEntry({ name, type, start, bytes, left = NO_STREAM, child = NO_STREAM }: Entry): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE(name === '' ? 0 : (name.length + 1) * 2, 64)
  entry.writeUInt8(type, 66)
  entry.writeUInt8(1, 67) // Black.
  entry.writeUInt32LE(left, 68)
  entry.writeUInt32LE(FREE_SECTOR, 72)
  entry.writeUInt32LE(child, 76)
  entry.writeUInt32LE(start, 116)
  entry.writeUInt32LE(bytes, 120)
  return entry
}
