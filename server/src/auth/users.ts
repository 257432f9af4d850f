import type { Prisma, User } from '@pupitre/prisma'
import { hashPassword } from 'better-auth/crypto'

export { hashPassword }

/** Shortest password accepted. */
export const MIN_PASSWORD_CHARACTERS = 8
/** Longest one: hashing a longer one costs, and brings nothing. */
export const MAX_PASSWORD_CHARACTERS = 128

export function isPasswordLength(password: string): boolean {
  return password.length >= MIN_PASSWORD_CHARACTERS && password.length <= MAX_PASSWORD_CHARACTERS
}

/** Creates a person without a password: they set it from a link. */
export function createUser({
  tx,
  name,
  email,
}: {
  tx: Prisma.TransactionClient
  name: string
  email: string
}): Promise<User> {
  return tx.user.create({ data: { name, email: email.toLowerCase() } })
}

/** Creates a person who can sign in with this password at once: for the demo and for tests. */
export async function createUserWithPassword({
  tx,
  password,
  ...person
}: {
  tx: Prisma.TransactionClient
  name: string
  email: string
  password: string
}): Promise<User> {
  const user = await createUser({ tx, ...person })
  await tx.account.create({
    data: { userId: user.id, accountId: user.id, providerId: 'credential', password: await hashPassword(password) },
  })
  return user
}
