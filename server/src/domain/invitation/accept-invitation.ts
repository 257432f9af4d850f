import type { Invitation, User } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { ConflictError, ForbiddenError, NotFoundError } from '../errors.ts'
import { addMembres } from '../membre/add-membres.ts'
import { lockMembres } from '../membre/lock-membres.ts'
import { oneLine } from '../one-line.ts'
import { parseInput } from '../parse-input.ts'
import { becomeMembre } from '../personne/attach-personne.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { Tx } from '../transaction.ts'
import type { UseCase } from '../use-case.ts'
import { personOf } from '../viewer.ts'
import { hashSecret } from './invitation-link.ts'

/** A new account's own, once the password is hashed. */
export interface NewAccount {
  nom: string
  passwordHash: string
}

export const MAX_USER_NOM_CHARACTERS = 150

export const userNomSchema = z
  .string()
  .transform((nom) => oneLine(nom).replaceAll(/\s+/g, ' '))
  .refine((nom) => /[\p{L}\p{N}]/u.test(normaliseNom(nom)), {
    error: 'Donnez votre nom.',
    params: { code: 'NOM_EMPTY' },
  })
  .refine((nom) => [...nom].length <= MAX_USER_NOM_CHARACTERS, {
    error: `Un nom tient en ${MAX_USER_NOM_CHARACTERS} caractères.`,
    params: { code: 'NOM_TOO_LONG' },
  })

/** An invitation whose link still opens. @throws NotFoundError, ConflictError INVITATION_USED or INVITATION_EXPIRED */
export async function findOpenInvitation(tx: Pick<Tx, 'invitation'>, token: string): Promise<Invitation> {
  const invitation = await tx.invitation.findUnique({ where: { tokenHash: hashSecret(token) } })
  if (!invitation) throw new NotFoundError('INVITATION')
  if (invitation.acceptedAt) {
    throw new ConflictError({ code: 'INVITATION_USED', message: 'Cette invitation a déjà servi : connectez-vous.' })
  }
  if (invitation.expiresAt <= new Date()) {
    throw new ConflictError({
      code: 'INVITATION_EXPIRED',
      message: 'Cette invitation a expiré : demandez à votre collectivité de vous la renvoyer.',
    })
  }
  return invitation
}

/**
 * Makes a member of whoever holds the link: a new person with the account that they give, or the one who has this address
 * and is signed in. The people that the invitation stands for become theirs, with all that names them.
 * @throws NotFoundError, ConflictError, ForbiddenError SIGN_IN_REQUIRED or OTHER_ACCOUNT, ValidationError.
 */
export async function acceptInvitation(
  useCase: UseCase,
  { token, account }: { token: string; account: NewAccount | null },
): Promise<{ collectiviteId: string }> {
  const { tx } = useCase
  const { id, collectiviteId, email, role } = await findOpenInvitation(tx, token)
  const user = await accountOf(useCase, { email, account })
  await lockMembres(tx, collectiviteId)
  // Of two pages that accept at once, one does.
  const { count } = await tx.invitation.updateMany({
    where: { id, collectiviteId, tokenHash: hashSecret(token), acceptedAt: null },
    data: { acceptedAt: new Date() },
  })
  if (count === 0) throw new NotFoundError('INVITATION')

  const services = await tx.invitationService.findMany({ where: { invitationId: id } })
  const personnes = await tx.invitationPersonne.findMany({
    where: { invitationId: id, personne: { membreId: null } },
  })
  const serviceIds = services.map(({ serviceId }) => serviceId)
  const membreId = await placeOf(tx, { user, collectiviteId, role, serviceIds })
  await becomeMembre(useCase, {
    collectiviteId,
    membreId,
    userId: user.id,
    personneIds: personnes.map(({ personneId }) => personneId),
  })
  return { collectiviteId }
}

/** The link came by e-mail: whoever holds it has the address. */
async function accountOf(
  { viewer, tx }: UseCase,
  { email, account }: { email: string; account: NewAccount | null },
): Promise<User> {
  const person = personOf(viewer)
  if (person && person.email !== email) {
    throw new ForbiddenError({
      code: 'OTHER_ACCOUNT',
      message: `Cette invitation est adressée à ${email}, et vous êtes connecté avec ${person.email} : déconnectez-vous d’abord.`,
    })
  }
  const known = await tx.user.findUnique({ where: { email } })
  if (known) {
    if (person?.userId === known.id) return tx.user.update({ where: { id: known.id }, data: { emailVerified: true } })
    throw new ForbiddenError({
      code: 'SIGN_IN_REQUIRED',
      message: 'Cette adresse a déjà un compte : connectez-vous pour accepter l’invitation.',
    })
  }
  const nom = parseInput(userNomSchema, account?.nom ?? '')
  const id = uuidv7()
  const user = await tx.user.create({ data: { id, name: nom, email, emailVerified: true } })
  await tx.account.create({
    data: { userId: id, accountId: id, providerId: 'credential', password: account?.passwordHash ?? null },
  })
  return user
}

/** One who became a member meanwhile keeps their role, and joins the services. */
async function placeOf(
  tx: Tx,
  {
    user,
    collectiviteId,
    role,
    serviceIds,
  }: { user: User; collectiviteId: string; role: Invitation['role']; serviceIds: string[] },
): Promise<string> {
  const there = await tx.membre.findUnique({ where: { userId_collectiviteId: { userId: user.id, collectiviteId } } })
  if (there) {
    await tx.membreService.createMany({
      data: serviceIds.map((serviceId) => ({ membreId: there.id, serviceId, collectiviteId })),
      skipDuplicates: true,
    })
    return there.id
  }
  const [membreId] = await addMembres(tx, [{ userId: user.id, nom: user.name, collectiviteId, role, serviceIds }])
  if (membreId === undefined) throw new Error('one member is added')
  return membreId
}
