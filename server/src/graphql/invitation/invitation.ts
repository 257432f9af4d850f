import { readableInvitations } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { RoleEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'
import { PersonneType } from '../personne/personne.ts'
import { ServiceType } from '../service/service.ts'

export const InvitationType = builder.prismaNode('Invitation', {
  description: 'Une place offerte par courriel. Seuls les admins de la collectivité la voient.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableInvitations(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    email: t.exposeString('email', { description: 'Adresse invitée.' }),
    role: t.expose('role', { type: RoleEnum, description: 'Rôle offert.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Première invitation.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Fin de validité du lien.' }),
    acceptedAt: t.expose('acceptedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Acceptation ; null si elle attend.',
    }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Instant où le serveur de courriel a pris le message ; null s’il attend encore.',
    }),
    refused: t.boolean({
      description: 'Vrai si le serveur de courriel a refusé le message pour de bon : l’adresse est à vérifier.',
      select: { sendRefusal: true },
      resolve: ({ sendRefusal }) => sendRefusal !== null,
    }),
    invitePar: t.string({
      nullable: true,
      description: 'Nom de qui a invité ; null si son compte n’existe plus.',
      select: { invitedBy: { select: { name: true } } },
      resolve: ({ invitedBy }) => invitedBy?.name ?? null,
    }),
    services: t.field({
      type: [ServiceType],
      description: 'Services dont la personne sera membre, par nom, 100 au plus.',
      select: (_args, _context, nestedSelection) => ({
        services: { orderBy: { service: { nom: 'asc' } }, select: { service: nestedSelection(true) } },
      }),
      resolve: ({ services }) => services.map(({ service }) => service),
    }),
    personnes: t.field({
      type: [PersonneType],
      description: 'Personnes nommées dans des fiches qu’elle sera, par nom, 100 au plus.',
      select: (_args, _context, nestedSelection) => ({
        personnes: { orderBy: { personne: { nom: 'asc' } }, select: { personne: nestedSelection(true) } },
      }),
      resolve: ({ personnes }) => personnes.map(({ personne }) => personne),
    }),
  }),
})

export const InvitationConnection = builder.connectionObject(
  { type: InvitationType, name: 'InvitationConnection', description: 'Une page d’invitations.' },
  { name: 'InvitationEdge', description: 'Une invitation dans une page.' },
)
