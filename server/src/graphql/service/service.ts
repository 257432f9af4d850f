import { readableServices } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { wellFormedUuid } from '../global-id.ts'

export const ServiceType = builder.prismaNode('Service', {
  description: 'Direction ou service d’une collectivité : il pilote des fiches, et ses membres peuvent les modifier.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableServices(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    nom: t.exposeString('nom', { description: 'Nom du service. Exemple : Direction de l’eau.' }),
    collectivite: t.relation('collectivite', { description: 'Collectivité dont c’est un service.' }),
  }),
})

export const ServiceConnection = builder.connectionObject(
  { type: ServiceType, name: 'ServiceConnection', description: 'Une page de services.' },
  { name: 'ServiceEdge', description: 'Un service dans une page.' },
)
