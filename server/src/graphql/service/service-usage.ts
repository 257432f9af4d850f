import { isShownTo, mayInCollectivite } from '../../domain/rights/may.ts'
import { type ServiceUsage, usageSelect } from '../../domain/service/service-usage.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { ServiceType } from './service.ts'

const ServiceUsageType = builder.objectRef<ServiceUsage>('ServiceUsage').implement({
  description: 'Ce qui nomme un service, et passe à un autre quand on les fusionne.',
  fields: (t) => ({
    membresCount: t.exposeInt('membres', { description: 'Nombre de membres.' }),
    fichesCount: t.exposeInt('fiches', {
      description: 'Nombre de fiches qu’il pilote, celles de la corbeille comprises.',
    }),
    octroisCount: t.exposeInt('octrois', {
      description: 'Nombre de plans et de fiches auxquels un accès lui est donné, par d’autres collectivités aussi.',
    }),
    invitationsCount: t.exposeInt('invitations', {
      description: 'Nombre d’invitations sans réponse qui le proposent.',
    }),
  }),
})

builder.prismaObjectField(ServiceType, 'usage', (t) =>
  t.field({
    type: ServiceUsageType,
    nullable: true,
    description: 'Ce qui nomme ce service ; null pour qui n’est pas admin de la collectivité.',
    select: { collectiviteId: true, ...usageSelect },
    resolve: ({ collectiviteId, _count }, _args, { viewer }) =>
      isShownTo(viewer, 'manageServices', { collectiviteId }) ? _count : null,
  }),
)

builder.prismaObjectField(CollectiviteObject, 'viewerCanManageServices', (t) =>
  t.boolean({
    description: 'Vrai si vous pouvez créer, renommer, fusionner et supprimer des services.',
    resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'manageServices', { collectiviteId: id }),
  }),
)
