import type { Role } from '@pupitre/prisma'
import { hashSecret } from '../../domain/invitation/invitation-link.ts'
import { builder } from '../builder.ts'
import { RoleEnum } from '../enums.ts'

type Etat = 'EN_ATTENTE' | 'ACCEPTEE' | 'EXPIREE'

const EtatEnum = builder.enumType('InvitationEtat', {
  description: 'Ce qu’il en est d’une invitation.',
  values: {
    EN_ATTENTE: { description: 'Elle peut être acceptée.' },
    ACCEPTEE: { description: 'Elle a déjà servi.' },
    EXPIREE: { description: 'Elle a expiré.' },
  } as const,
})

interface ReceivedInvitation {
  email: string
  role: Role
  etat: Etat
  collectiviteNom: string
  siren: string
  invitePar: string | null
  aUnCompte: boolean
}

const ReceivedInvitationType = builder.objectRef<ReceivedInvitation>('ReceivedInvitation').implement({
  description: 'Ce que l’on dit d’une invitation à qui en a reçu le lien.',
  fields: (t) => ({
    email: t.exposeString('email', { description: 'Adresse à laquelle elle a été envoyée.' }),
    role: t.expose('role', { type: RoleEnum, description: 'Rôle offert.' }),
    etat: t.expose('etat', { type: EtatEnum, description: 'Ce qu’il en est.' }),
    collectiviteNom: t.exposeString('collectiviteNom', { description: 'Nom de la collectivité.' }),
    siren: t.exposeString('siren', { description: 'Numéro SIREN de la collectivité.' }),
    invitePar: t.exposeString('invitePar', { nullable: true, description: 'Nom de qui invite.' }),
    aUnCompte: t.exposeBoolean('aUnCompte', {
      description: 'Vrai si cette adresse a déjà un compte : il faut alors se connecter.',
    }),
  }),
})

builder.queryField('invitation', (t) =>
  t.field({
    type: ReceivedInvitationType,
    nullable: true,
    description:
      'L’invitation dont on a reçu le lien ; null si le lien n’ouvre rien. Le secret du lien suffit : il n’est pas besoin d’être connecté.',
    args: { token: t.arg.string({ required: true, description: 'Le secret qui est dans le lien.' }) },
    resolve: async (_root, { token }, { prisma }): Promise<ReceivedInvitation | null> => {
      const found = await prisma.invitation.findUnique({
        where: { tokenHash: hashSecret(token) },
        include: { collectivite: { select: { nom: true, siren: true } }, invitedBy: { select: { name: true } } },
      })
      if (!found) return null
      const { email, role, acceptedAt, expiresAt, collectivite, invitedBy } = found
      return {
        email,
        role,
        etat: acceptedAt ? 'ACCEPTEE' : expiresAt <= new Date() ? 'EXPIREE' : 'EN_ATTENTE',
        collectiviteNom: collectivite.nom,
        siren: collectivite.siren,
        invitePar: invitedBy?.name ?? null,
        aUnCompte: (await prisma.user.count({ where: { email } })) > 0,
      }
    },
  }),
)
