import { belongsTo } from '../../domain/rights/may.ts'
import { readablePersonnes } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { wellFormedUuid } from '../global-id.ts'
import { MembreType } from '../viewer/membre.ts'

export const PersonneType = builder.prismaNode('Personne', {
  description: 'Quelqu’un que des fiches et des plans nomment : un membre, ou une personne sans compte.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readablePersonnes(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    nom: t.exposeString('nom', { description: 'Nom, tel que les fiches le montrent.' }),
    membre: t.field({
      type: MembreType,
      nullable: true,
      description:
        'Le membre que c’est ; null pour une personne sans compte, ou d’une collectivité dont vous n’êtes pas.',
      select: (_args, _context, nestedSelection) => ({ collectiviteId: true, membre: nestedSelection(true) }),
      // A fiche that is shared names its people, and their names only: who is a member, of which service, stays with the collectivité.
      resolve: ({ collectiviteId, membre }, _args, { viewer }) =>
        belongsTo(viewer, { collectiviteId }) ? membre : null,
    }),
  }),
})

export const PersonneConnection = builder.connectionObject(
  { type: PersonneType, name: 'PersonneConnection', description: 'Une page de personnes.' },
  { name: 'PersonneEdge', description: 'Une personne dans une page.' },
)
