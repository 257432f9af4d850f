import type { PrismaClient } from '@pupitre/prisma'
import { DEMO_EMAIL_DOMAIN } from '@pupitre/prisma/demo'
import { sessionCookie } from '../../../e2e/src/signed-in-sockets.ts'
import { addMembres } from '../../../server/src/domain/membre/add-membres.ts'

/** Fifteen sign-ins a second is what hashing passwords lets one do: people come in a few at a time. */
const SIGN_INS_AT_ONCE = 4

/** People of one collectivité who may edit, and their open sessions. */
export interface People {
  collectiviteId: string
  cookies: string[]
}

/** As many people, each with an account and a session of their own, who sign in as anybody does. */
export async function makePeople({
  prisma,
  url,
  count,
}: {
  prisma: PrismaClient
  url: string
  count: number
}): Promise<People> {
  // The demonstration's password, as it is hashed already.
  const { password } = await prisma.account.findFirstOrThrow({
    where: { user: { email: `editeur.blois@${DEMO_EMAIL_DOMAIN}` } },
  })
  const { id: collectiviteId } = await prisma.collectivite.create({
    data: { siren: '999999990', nom: 'Banc', type: 'COMMUNAUTE_COMMUNES' },
  })
  const users = Array.from({ length: count }, (_, index) => ({
    id: crypto.randomUUID(),
    name: `Agent ${index}`,
    email: `banc.${index}@${DEMO_EMAIL_DOMAIN}`,
    emailVerified: true,
  }))
  await prisma.user.createMany({ data: users })
  await prisma.account.createMany({
    data: users.map(({ id }) => ({ userId: id, accountId: id, providerId: 'credential', password })),
  })
  await addMembres(
    prisma,
    users.map(({ id, name }) => ({ userId: id, nom: name, collectiviteId, role: 'EDITEUR' as const, serviceIds: [] })),
  )
  const cookies: string[] = []
  for (let from = 0; from < count; from += SIGN_INS_AT_ONCE) {
    const few = users.slice(from, from + SIGN_INS_AT_ONCE)
    cookies.push(...(await Promise.all(few.map(({ email }) => sessionCookie({ url, email })))))
  }
  return { collectiviteId, cookies }
}
