import type { Role } from '@pupitre/prisma'
import type { Message } from './message.ts'

const ROLES: Record<Role, string> = {
  LECTEUR: 'lecteur',
  CONTRIBUTEUR: 'contributeur',
  EDITEUR: 'éditeur',
  ADMIN: 'admin',
}

const DAY = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Paris',
})

export function invitationMessage({
  to,
  collectivite,
  invitedBy,
  role,
  personnes,
  expiresAt,
  url,
}: {
  to: string
  collectivite: string
  invitedBy: string | null
  role: Role
  /** Names on fiches that the invited person stands for. */
  personnes: readonly string[]
  expiresAt: Date
  url: string
}): Message {
  const fiches = `Les fiches confiées à « ${personnes.join(' », « ')} » seront les vôtres : vous les trouverez sous « Mes fiches ».`
  return {
    to,
    subject: `${collectivite} vous invite sur Pupitre`,
    paragraphs: [
      'Bonjour,',
      `${invitedBy ?? 'Un administrateur'} vous invite à suivre et à écrire les plans d’action de ${collectivite} sur Pupitre, avec le rôle ${ROLES[role]}.`,
      ...(personnes.length > 0 ? [fiches] : []),
    ],
    action: { label: 'Accepter l’invitation', url },
    notes: [
      `Ce lien vous est personnel. Il sert une fois, jusqu’au ${DAY.format(expiresAt)}.`,
      'Si vous n’attendiez pas cette invitation, ignorez ce message : rien ne sera fait.',
    ],
  }
}

export function passwordResetMessage({
  to,
  nom,
  url,
  hours,
}: {
  to: string
  nom: string
  url: string
  hours: number
}): Message {
  return {
    to,
    subject: 'Choisir un nouveau mot de passe pour Pupitre',
    paragraphs: [`Bonjour ${nom},`, 'Vous avez demandé à choisir un nouveau mot de passe pour votre compte Pupitre.'],
    action: { label: 'Choisir un mot de passe', url },
    notes: [
      `Ce lien sert une fois, pendant ${hours} heures. Vos autres appareils seront déconnectés.`,
      'Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.',
    ],
  }
}

export function emailVerificationMessage({
  to,
  nom,
  url,
  hours,
}: {
  to: string
  nom: string
  url: string
  hours: number
}): Message {
  return {
    to,
    subject: 'Vérifier votre adresse pour Pupitre',
    paragraphs: [`Bonjour ${nom},`, 'Confirmez que cette adresse est bien la vôtre.'],
    action: { label: 'Vérifier mon adresse', url },
    notes: [`Ce lien sert pendant ${hours} heures.`, 'Si vous n’avez rien demandé, ignorez ce message.'],
  }
}

/** To the new address. */
export function emailChangeMessage({
  to,
  nom,
  former,
  url,
  hours,
}: {
  to: string
  nom: string
  former: string
  url: string
  hours: number
}): Message {
  return {
    to,
    subject: 'Votre nouvelle adresse pour Pupitre',
    paragraphs: [
      `Bonjour ${nom},`,
      `Vous avez demandé à remplacer l’adresse ${former} de votre compte Pupitre par celle-ci. Confirmez qu’elle est bien la vôtre : vous vous connecterez ensuite avec elle.`,
    ],
    action: { label: 'Confirmer cette adresse', url },
    notes: [
      `Ce lien sert une fois, pendant ${hours} heures.`,
      'Si vous n’avez rien demandé, ignorez ce message : rien ne changera.',
    ],
  }
}

/** To the former address, as soon as the change is asked for. */
export function emailChangeNoticeMessage({
  to,
  nom,
  newEmail,
  url,
}: {
  to: string
  nom: string
  newEmail: string
  url: string
}): Message {
  return {
    to,
    subject: 'Votre adresse pour Pupitre va changer',
    paragraphs: [
      `Bonjour ${nom},`,
      `L’adresse de votre compte Pupitre va devenir ${newEmail} : elle le sera dès que le lien envoyé à cette adresse aura été ouvert.`,
    ],
    action: { label: 'Ouvrir mon compte', url },
    notes: [
      'Si vous n’avez rien demandé, quelqu’un connaît votre mot de passe : changez-le tout de suite, et fermez vos autres sessions.',
    ],
  }
}

/** To the admins of a collectivité. */
export function webhookDisabledMessage({
  to,
  nom,
  collectivite,
  cle,
  host,
  failingSince,
  url,
}: {
  to: string
  nom: string
  collectivite: string
  /** Name of its key. */
  cle: string
  /** Of the receiver. */
  host: string
  failingSince: Date
  url: string
}): Message {
  return {
    to,
    subject: `Un webhook de ${collectivite} est désactivé`,
    paragraphs: [
      `Bonjour ${nom},`,
      `Le webhook de la clé « ${cle} » vers ${host} n’a rien reçu depuis le ${DAY.format(failingSince)}, malgré de nombreux essais : Pupitre l’a désactivé.`,
      'Rien n’est perdu : une fois le receveur réparé, réactivez le webhook, et il sera prévenu de tout ce qui a changé depuis.',
    ],
    action: { label: 'Voir les envois', url },
    notes: ['Vous recevez ce message parce que vous êtes admin de cette collectivité.'],
  }
}
