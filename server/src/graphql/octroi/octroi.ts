import { readableOctrois } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { OuvertureEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'
import { ServiceType } from '../service/service.ts'
import { MembreType } from '../viewer/membre.ts'

export const OctroiType = builder.prismaNode('Octroi', {
  description:
    'Un accès donné sur un plan ou une fiche, à une personne ou à un service : il vaut quels que soient son rôle et l’ouverture du plan.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableOctrois(viewer)] }),
  fields: (t) => ({
    niveau: t.expose('niveau', { type: OuvertureEnum, description: 'Ce que cet accès permet.' }),
    membre: t.relation('membre', {
      type: MembreType,
      nullable: true,
      description: 'Le membre de la collectivité à qui il est donné.',
    }),
    service: t.relation('service', {
      type: ServiceType,
      nullable: true,
      description: 'Le service à qui il est donné, de cette collectivité ou d’une autre : à ses membres du moment.',
    }),
    email: t.exposeString('email', {
      nullable: true,
      description: 'L’adresse à qui il est donné : à qui en a le compte, s’il y en a un.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Quand il a été donné.' }),
  }),
})
