import { inTransaction } from '../../bus/in-transaction.ts'
import { createService } from '../../domain/service/create-service.ts'
import { deleteService } from '../../domain/service/delete-service.ts'
import { MAX_MERGED_SERVICES, type MergedServices, mergeServices } from '../../domain/service/merge-services.ts'
import { renameService } from '../../domain/service/rename-service.ts'
import { MAX_SERVICE_NOM_CHARACTERS } from '../../domain/service/service-rules.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { ServiceType } from './service.ts'

const NOM = `Son nom, ${MAX_SERVICE_NOM_CHARACTERS} caractères au plus.`

/** The success of a mutation on a service: the service as it is after it. */
function changedService<Changed extends { serviceId: string }>(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      service: t.prismaField({
        type: ServiceType,
        description: 'Le service, tel qu’il est maintenant.',
        resolve: (query, { serviceId }, _args, { prisma }) =>
          prisma.service.findUniqueOrThrow({ ...query, where: { id: serviceId } }),
      }),
    }),
  })
}

const CreateServiceInput = builder.inputType('CreateServiceInput', {
  description: 'Un service à créer.',
  fields: (t) => ({
    collectiviteId: t.id({ required: true, description: 'La collectivité.' }),
    nom: t.string({ required: true, description: NOM }),
  }),
})

builder.mutationField('createService', (t) =>
  t.field({
    type: changedService('CreateServiceSuccess', 'Le service est là, sans membres.'),
    description:
      'Crée un service, sans membres. Demande le rôle admin. Code : SERVICE_EXISTS, quand un autre a ce nom, sans tenir compte des accents ni des majuscules.',
    errors: resultUnion('CreateServiceResult'),
    args: { input: t.arg({ type: CreateServiceInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { collectiviteId, nom } }, context) =>
      inTransaction(context, (useCase) =>
        createService(useCase, { collectiviteId: uuidOf('Collectivite', collectiviteId), nom }),
      ),
  }),
)

const RenameServiceInput = builder.inputType('RenameServiceInput', {
  description: 'Le nouveau nom d’un service.',
  fields: (t) => ({
    serviceId: t.id({ required: true, description: 'Le service.' }),
    nom: t.string({ required: true, description: NOM }),
  }),
})

builder.mutationField('renameService', (t) =>
  t.field({
    type: changedService('RenameServiceSuccess', 'Le service porte son nouveau nom, partout.'),
    description:
      'Renomme un service, partout où il est nommé. Demande le rôle admin. Code : SERVICE_EXISTS, quand un autre a ce nom ; les deux se fusionnent alors.',
    errors: resultUnion('RenameServiceResult'),
    args: { input: t.arg({ type: RenameServiceInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { serviceId, nom } }, context) =>
      inTransaction(context, (useCase) => renameService(useCase, { serviceId: uuidOf('Service', serviceId), nom })),
  }),
)

const MergeServicesInput = builder.inputType('MergeServicesInput', {
  description: 'Des services qui n’en font plus qu’un.',
  fields: (t) => ({
    intoId: t.id({ required: true, description: 'Celui qui reste.' }),
    serviceIds: t.idList({
      required: true,
      description: `Ceux qu’il remplace, de la même collectivité ; ${MAX_MERGED_SERVICES} au plus.`,
    }),
  }),
})

const MergeServicesSuccess = changedService<MergedServices>(
  'MergeServicesSuccess',
  'Un seul service reste, partout où étaient les autres.',
)

builder.objectField(MergeServicesSuccess, 'fichesCount', (t) =>
  t.exposeInt('fichesCount', {
    description: 'Fiches qu’il pilote maintenant à la place d’un autre, parmi celles que l’on peut lire.',
  }),
)

builder.mutationField('mergeServices', (t) =>
  t.field({
    type: MergeServicesSuccess,
    description:
      'Remplace des services par un autre de la même collectivité, puis les supprime, sans retour : leurs membres, leurs fiches, les accès qui leur sont donnés et les invitations qui les proposent passent à celui qui reste. Demande le rôle admin. Code : SERVICES_OF_TWO.',
    errors: resultUnion('MergeServicesResult'),
    args: { input: t.arg({ type: MergeServicesInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { intoId, serviceIds } }, context) =>
      inTransaction(context, (useCase) =>
        mergeServices(useCase, {
          intoId: uuidOf('Service', intoId),
          serviceIds: serviceIds.map((id) => uuidOf('Service', id)),
        }),
      ),
  }),
)

const DeleteServiceInput = builder.inputType('DeleteServiceInput', {
  description: 'Un service à supprimer.',
  fields: (t) => ({ serviceId: t.id({ required: true, description: 'Le service.' }) }),
})

const DeleteServiceSuccess = builder.objectRef<{ collectiviteId: string }>('DeleteServiceSuccess').implement({
  description: 'Le service n’est plus là.',
  fields: (t) => ({
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité, avec les services qui restent.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('deleteService', (t) =>
  t.field({
    type: DeleteServiceSuccess,
    description:
      'Supprime un service que rien ne nomme, pour de bon. Demande le rôle admin. Code : SERVICE_USED, quand il a des membres, des fiches, des accès ou des invitations ; il se fusionne alors avec un autre.',
    errors: resultUnion('DeleteServiceResult'),
    args: { input: t.arg({ type: DeleteServiceInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { serviceId } }, context) =>
      inTransaction(context, (useCase) => deleteService(useCase, uuidOf('Service', serviceId))),
  }),
)
