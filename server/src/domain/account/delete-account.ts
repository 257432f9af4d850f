import { ConflictError, NotFoundError } from '../errors.ts'
import { lockMembres } from '../membre/lock-membres.ts'
import { mergePersonnes } from '../personne/merge-personnes.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { personOf } from '../viewer.ts'

/** Who fiches and plans name in place of those whose accounts are deleted: one per collectivité, who is nobody in particular. */
export const ERASED_PERSONNE_NOM = 'Personne effacée'

/**
 * Deletes the viewer's account for good: name, address, password, sessions, memberships, the invitations that they accepted, the rights given to their address. What they wrote
 * and changed stays, of nobody: the journal, the versions and the authorship of characters name them no more, and fiches and plans name
 * « Personne effacée » in their place. `email`: their own address, typed to confirm.
 * @throws NotFoundError, ConflictError OTHER_ADDRESS, or LAST_ADMIN of a collectivité where others stay.
 */
export async function deleteAccount(useCase: UseCase, { email }: { email: string }): Promise<void> {
  const { viewer, tx, record } = useCase
  const person = personOf(viewer)
  const user = person && (await tx.user.findUnique({ where: { id: person.userId } }))
  if (!user) throw new NotFoundError('MEMBRE')
  if (email.trim().toLowerCase() !== user.email) {
    throw new ConflictError({ code: 'OTHER_ADDRESS', message: 'Ce n’est pas l’adresse de votre compte.' })
  }
  const where = { userId: user.id }
  const places = await tx.membre.findMany({
    where,
    select: { collectiviteId: true },
    orderBy: { collectiviteId: 'asc' },
  })
  for (const { collectiviteId } of places) {
    await lockMembres(tx, collectiviteId)
    await leaveAnAdmin(useCase, { collectiviteId, userId: user.id })
    await erasePersonne(useCase, { collectiviteId, userId: user.id })
  }
  await tx.invitation.deleteMany({ where: { email: user.email } })
  await tx.octroi.deleteMany({ where: { email: user.email } })
  // Before the account: what the journal tells of it is told by nobody.
  await tx.membre.deleteMany({ where })
  await tx.user.delete({ where: { id: user.id } })
  record.rights({ userIds: [user.id] })
}

async function leaveAnAdmin({ tx }: UseCase, { collectiviteId, userId }: { collectiviteId: string; userId: string }) {
  const others = { collectiviteId, userId: { not: userId } }
  if ((await tx.membre.count({ where: others })) === 0) return
  if ((await tx.membre.count({ where: { ...others, role: 'ADMIN' } })) > 0) return
  const { nom } = await tx.collectivite.findUniqueOrThrow({ where: { id: collectiviteId } })
  throw new ConflictError({
    code: 'LAST_ADMIN',
    message: `Vous êtes le dernier admin de ${nom} : donnez d’abord ce rôle à quelqu’un d’autre.`,
  })
}

async function erasePersonne(
  useCase: UseCase,
  { collectiviteId, userId }: { collectiviteId: string; userId: string },
): Promise<void> {
  const { tx } = useCase
  const own = await tx.personne.findFirstOrThrow({ where: { collectiviteId, membre: { userId } } })
  const erased = { nom: ERASED_PERSONNE_NOM, nomNormalise: normaliseNom(ERASED_PERSONNE_NOM), membreId: null }
  const nobody = await tx.personne.findFirst({
    where: { collectiviteId, nomNormalise: erased.nomNormalise, membreId: null },
  })
  if (nobody) await mergePersonnes(useCase, { collectiviteId, intoId: nobody.id, fromIds: [own.id] })
  else await tx.personne.update({ where: { id: own.id, collectiviteId }, data: erased })
}
