import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Keeps secrets that must be had again, where the database alone does not tell them. */
export interface SecretBox {
  /** @param about what the secret is of: it opens as nothing else's */
  seal(secret: string, about: string): Uint8Array<ArrayBuffer>
  /** @throws Error when it was sealed by another instance, is of something else, or was changed */
  open(sealed: Uint8Array, about: string): string
}

/** A box whose key is drawn from the instance's own secret, apart from all else that this secret signs (HKDF, RFC 5869). */
export function createSecretBox(authSecret: string): SecretBox {
  const key = Buffer.from(hkdfSync('sha256', authSecret, '', 'pupitre webhook secrets', KEY_BYTES))
  return {
    seal(secret, about) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about))
      const encrypted = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), encrypted]))
    },
    open(sealed, about) {
      const nonce = sealed.subarray(0, NONCE_BYTES)
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(about))
        .setAuthTag(tag)
      return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}
