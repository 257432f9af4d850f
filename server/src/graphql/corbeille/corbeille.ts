import type { Prisma, Suppression } from '@pupitre/prisma'
import { restorableSuppressions } from '../../domain/corbeille/restorable.ts'
import { mayInCollectivite } from '../../domain/rights/may.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { instantKey, uuidKey } from '../connection/sort-key.ts'
import { pageOf, pageQuery, type SortedList } from '../connection/sorted-list.ts'
import { wellFormedUuid } from '../global-id.ts'

/** The last deleted first. */
const byAge: SortedList<Suppression, Prisma.SuppressionWhereInput, Prisma.SuppressionOrderByWithRelationInput> = {
  name: 'CREATED_AT desc',
  keys: [
    {
      key: instantKey({
        read: ({ createdAt }) => createdAt,
        where: (createdAt) => ({ createdAt }),
        orderBy: (createdAt) => ({ createdAt }),
      }),
      direction: 'desc',
    },
    {
      key: uuidKey({ read: ({ id }) => id, where: (id) => ({ id }), orderBy: (id) => ({ id }) }),
      direction: 'desc',
    },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}

const SuppressionKindEnum = builder.enumType('SuppressionKind', {
  description: 'Ce qui a été supprimé.',
  values: {
    PLAN: { description: 'Un plan.' },
    AXE: { description: 'Un axe, avec ce qu’il tenait.' },
    FICHE: { description: 'Une fiche, avec ses sous-actions.' },
    NOTE: { description: 'Une note de suivi.' },
    INDICATEUR: { description: 'Un indicateur.' },
  } as const,
})

export const SuppressionType = builder.prismaNode('Suppression', {
  description: 'Une ligne de la corbeille : une suppression, et tout ce qu’elle a emporté.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [restorableSuppressions(viewer)] }),
  fields: (t) => ({
    kind: t.expose('kind', { type: SuppressionKindEnum, description: 'Ce qui a été supprimé.' }),
    nom: t.exposeString('nom', { description: 'Son nom ou son titre, à ce moment.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Instant de la suppression.' }),
    auteur: t.string({
      nullable: true,
      description: 'Nom de qui a supprimé ; null s’il n’a plus de compte.',
      select: { deletedBy: { select: { name: true } } },
      resolve: ({ deletedBy }) => deletedBy?.name ?? null,
    }),
    fusionneeDans: t.string({
      nullable: true,
      description:
        'D’une fiche fusionnée : titre de celle où elle est allée. La restaurer défait la fusion ; null sinon.',
      select: { kind: true, objetId: true },
      resolve: ({ kind, objetId }, _args, { loaders }) =>
        kind === 'FICHE' ? loaders.fusionTitres.load(objetId) : null,
    }),
    axesCount: t.relationCount('axes', { description: 'Nombre d’axes emportés.' }),
    fichesCount: t.relationCount('fiches', { description: 'Nombre de fiches emportées.' }),
  }),
})

const SuppressionConnection = builder.connectionObject(
  { type: SuppressionType, name: 'SuppressionConnection', description: 'Une page de la corbeille.' },
  { name: 'SuppressionEdge', description: 'Une ligne dans une page.' },
)

builder.prismaObjectFields(CollectiviteObject, (t) => ({
  corbeille: t.connection(
    {
      type: SuppressionType,
      description: 'Ce qui a été supprimé et que vous pouvez restaurer, le plus récent d’abord.',
      select: (args, { viewer }, nestedSelection) => ({
        suppressions: wholeRows(
          nestedSelection(pageQuery({ list: byAge, args, within: [restorableSuppressions(viewer)] }), [
            'edges',
            'node',
          ]),
        ),
      }),
      resolve: ({ suppressions }, args) => pageOf({ list: byAge, args }, suppressions),
    },
    SuppressionConnection,
  ),
  viewerCanRestore: t.boolean({
    description: 'Vrai si vous pouvez restaurer ce qui est à la corbeille.',
    resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'createPlan', { collectiviteId: id }),
  }),
}))
