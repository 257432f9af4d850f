import type { PrismaClient } from '@pupitre/prisma'
import { createEmailVerificationToken } from 'better-auth/api'
import type { Auth } from '../auth/create-auth.ts'
import { createPasswordSetupLink } from '../auth/password-link.ts'
import type { Letter } from '../domain/mail.ts'
import { invitationSecret } from './invitation-secret.ts'
import type { Message } from './message.ts'
import {
  emailChangeMessage,
  emailChangeNoticeMessage,
  emailVerificationMessage,
  invitationMessage,
  passwordResetMessage,
  webhookDisabledMessage,
} from './messages.ts'

const HOUR_MS = 3_600_000
/** A link that was asked for is opened at once, or after lunch. */
const LINK_HOURS = 4
const LINK_LIFETIME_S = (LINK_HOURS * HOUR_MS) / 1000

export interface Composing {
  prisma: PrismaClient
  auth: Auth
  publicUrl: string
  authSecret: string
}

/** The message of a letter as things are now; null when there is nothing left to say: revoked, accepted, no such account. */
export function compose(parts: Composing, letter: Letter): Promise<Message | null> {
  switch (letter.kind) {
    case 'invitation':
      return composeInvitation(parts, letter)
    case 'passwordReset':
      return composePasswordReset(parts, letter)
    case 'emailVerification':
      return composeEmailVerification(parts, letter)
    case 'emailChange':
      return composeEmailChange(parts, letter)
    case 'emailChangeNotice':
      return composeEmailChangeNotice(parts, letter)
    case 'webhookDisabled':
      return composeWebhookDisabled(parts, letter)
  }
}

async function composeInvitation(
  { prisma, publicUrl, authSecret }: Composing,
  { invitationId }: { invitationId: string },
): Promise<Message | null> {
  const invitation = await prisma.invitation.findFirst({
    where: { id: invitationId, acceptedAt: null, expiresAt: { gt: new Date() } },
    include: {
      collectivite: { select: { nom: true } },
      invitedBy: { select: { name: true } },
      personnes: { select: { personne: { select: { nom: true } } } },
    },
  })
  if (!invitation) return null
  const { id, email, role, expiresAt, collectivite, invitedBy, personnes } = invitation
  const url = new URL('/invitation', publicUrl)
  url.searchParams.set('token', invitationSecret({ key: authSecret, id, expiresAt }))
  return invitationMessage({
    to: email,
    collectivite: collectivite.nom,
    invitedBy: invitedBy?.name ?? null,
    role,
    personnes: personnes.map(({ personne }) => personne.nom),
    expiresAt,
    url: url.href,
  })
}

async function composePasswordReset(
  { prisma, auth, publicUrl }: Composing,
  { email }: { email: string },
): Promise<Message | null> {
  const user = await prisma.user.findUnique({ where: { email } })
  if (!user) return null
  const url = await createPasswordSetupLink({ auth, userId: user.id, publicUrl, lifetimeMs: LINK_HOURS * HOUR_MS })
  return passwordResetMessage({ to: email, nom: user.name, url, hours: LINK_HOURS })
}

async function composeEmailVerification(
  { prisma, publicUrl, authSecret }: Composing,
  { userId }: { userId: string },
): Promise<Message | null> {
  const user = await prisma.user.findFirst({ where: { id: userId, emailVerified: false } })
  if (!user) return null
  const token = await createEmailVerificationToken(authSecret, user.email, undefined, LINK_LIFETIME_S, { userId })
  return emailVerificationMessage({
    to: user.email,
    nom: user.name,
    url: verificationUrl(publicUrl, token),
    hours: LINK_HOURS,
  })
}

async function composeEmailChange(
  { prisma, publicUrl, authSecret }: Composing,
  { userId, newEmail }: { userId: string; newEmail: string },
): Promise<Message | null> {
  const user = await prisma.user.findUnique({ where: { id: userId } })
  if (!user || user.email === newEmail) return null
  // The link changes the address of this account only, and only as long as it has the one that it has now.
  const token = await createEmailVerificationToken(authSecret, user.email, newEmail, LINK_LIFETIME_S, {
    userId,
    requestType: 'change-email-verification',
  })
  return emailChangeMessage({
    to: newEmail,
    nom: user.name,
    former: user.email,
    url: verificationUrl(publicUrl, token),
    hours: LINK_HOURS,
  })
}

async function composeEmailChangeNotice(
  { prisma, publicUrl }: Composing,
  { userId, email, newEmail }: { userId: string; email: string; newEmail: string },
): Promise<Message | null> {
  const user = await prisma.user.findUnique({ where: { id: userId } })
  if (!user) return null
  return emailChangeNoticeMessage({ to: email, nom: user.name, newEmail, url: new URL('/compte', publicUrl).href })
}

async function composeWebhookDisabled(
  { prisma, publicUrl }: Composing,
  { webhookId, userId }: { webhookId: string; userId: string },
): Promise<Message | null> {
  const webhook = await prisma.webhook.findFirst({
    where: {
      id: webhookId,
      disabledAt: { not: null },
      failingSince: { not: null },
      collectivite: { membres: { some: { userId, role: 'ADMIN' } } },
    },
    include: { apiKey: { select: { nom: true } }, collectivite: { select: { nom: true, siren: true } } },
  })
  const user = await prisma.user.findUnique({ where: { id: userId } })
  if (!webhook?.failingSince || !user) return null
  const { url, failingSince, apiKey, collectivite } = webhook
  return webhookDisabledMessage({
    to: user.email,
    nom: user.name,
    collectivite: collectivite.nom,
    cle: apiKey.nom,
    // What follows may hold a secret of the receiver's.
    host: new URL(url).host,
    failingSince,
    url: new URL(`/collectivites/${collectivite.siren}/cles-api`, publicUrl).href,
  })
}

/** Where a link to check an address leads: it is done, then the account says so. */
function verificationUrl(publicUrl: string, token: string): string {
  const url = new URL('/api/auth/verify-email', publicUrl)
  url.searchParams.set('token', token)
  url.searchParams.set('callbackURL', '/compte?adresse=verifiee')
  return url.href
}
