import { createHash, randomBytes } from 'node:crypto'

/** By what whoever finds a key knows what it opens. */
const MARK = 'pup_'

/** 256 bits: nobody guesses it. */
const SECRET_BYTES = 32

/** Of its secret, written at the end of a key: one that was cut or mistyped is told without asking the database. */
const CHECKSUM_BYTES = 6

/** Characters of a key that people are shown afterwards. */
const PREFIX_LENGTH = MARK.length + 6

const SHAPE = /^pup_([\w-]{43})([\w-]{8})$/

/** What is stored of a key's secret. */
export interface StoredSecret {
  prefix: string
  hash: string
}

/** Draws a secret, as it is shown once: `pup_`, 256 random bits, a checksum. */
export function drawSecret(): string {
  const random = randomBytes(SECRET_BYTES).toString('base64url')
  return `${MARK}${random}${checksumOf(random)}`
}

export function storedSecret(secret: string): StoredSecret {
  return { prefix: secret.slice(0, PREFIX_LENGTH), hash: hashOf(secret) }
}

/** Nothing slower is needed: nobody tries 256 random bits one after the other. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Whether a text may be a secret that was drawn here, none of its characters lost or changed. */
export function isWellFormed(text: string): boolean {
  const [, random = '', checksum] = SHAPE.exec(text) ?? []
  return checksum !== undefined && checksum === checksumOf(random)
}

function checksumOf(random: string): string {
  return createHash('sha256').update(random).digest().subarray(0, CHECKSUM_BYTES).toString('base64url')
}
