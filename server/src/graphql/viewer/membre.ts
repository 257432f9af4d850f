import { isShownTo } from '../../domain/rights/may.ts'
import { readableMembres } from '../../domain/rights/readable.ts'
import { readerIdOf } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { RoleEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'
import { ServiceType } from '../service/service.ts'

export const MembreType = builder.prismaNode('Membre', {
  description: 'La place d’une personne dans une collectivité.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableMembres(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    nom: t.string({
      description: 'Nom de la personne.',
      select: { user: { select: { name: true } } },
      resolve: ({ user }) => user.name,
    }),
    email: t.string({
      nullable: true,
      description: 'Adresse de courriel : pour vous-même et pour les admins ; null pour les autres.',
      select: { collectiviteId: true, userId: true, user: { select: { email: true } } },
      resolve: ({ collectiviteId, userId, user }, _args, { viewer }) =>
        userId === readerIdOf(viewer) || isShownTo(viewer, 'manageMembres', { collectiviteId }) ? user.email : null,
    }),
    estVous: t.boolean({
      description: 'Vrai si c’est votre place.',
      select: { userId: true },
      resolve: ({ userId }, _args, { viewer }) => userId === readerIdOf(viewer),
    }),
    role: t.expose('role', { type: RoleEnum, description: 'Rôle dans la collectivité.' }),
    collectivite: t.relation('collectivite', { description: 'La collectivité.' }),
    services: t.field({
      type: [ServiceType],
      description: 'Services dont la personne est membre, par nom.',
      select: (_args, _context, nestedSelection) => ({
        services: { orderBy: { service: { nom: 'asc' } }, select: { service: nestedSelection(true) } },
      }),
      resolve: ({ services }) => services.map(({ service }) => service),
    }),
  }),
})

export const MembreConnection = builder.connectionObject(
  { type: MembreType, name: 'MembreConnection', description: 'Une page de places.' },
  { name: 'MembreEdge', description: 'Une place dans une page.' },
)
