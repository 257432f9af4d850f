import { mayInCollectivite } from '../../domain/rights/may.ts'
import { readableVues } from '../../domain/rights/readable.ts'
import { mayChangeVue } from '../../domain/vue/vue-policy.ts'
import { MAX_VUES } from '../../domain/vue/vue-rules.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { wellFormedUuid } from '../global-id.ts'

export const VueType = builder.prismaNode('Vue', {
  description:
    'Une vue de la page des fiches, gardée sous un nom : la vôtre, que vous seul voyez, ou une vue que la collectivité partage.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableVues(viewer)] }),
  fields: (t) => ({
    nom: t.exposeString('nom', { description: 'Son nom. Exemple : En retard, par service.' }),
    parametres: t.exposeString('parametres', {
      description:
        'Ce que l’adresse de la page dit après « ? » : filtres, tri, colonnes. Exemple : retard=oui&vue=colonnes.',
    }),
    partagee: t.boolean({
      description: 'Vrai si la collectivité la partage ; faux si elle est à vous seul.',
      resolve: ({ membreId }) => membreId === null,
    }),
    auteur: t.string({
      nullable: true,
      description: 'Nom de qui l’a faite ; null une fois parti de la collectivité.',
      select: { auteur: { select: { user: { select: { name: true } } } } },
      resolve: ({ auteur }) => auteur?.user.name ?? null,
    }),
    viewerCanUpdate: t.boolean({
      description: 'Vrai si vous pouvez la renommer, la changer, la partager ou non, et la supprimer.',
      resolve: (vue, _args, { viewer }) => mayChangeVue(viewer, vue),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Création.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'Dernier changement.' }),
  }),
})

builder.prismaObjectFields(CollectiviteObject, (t) => ({
  vues: t.relation('vues', {
    description: `Les vues de la page des fiches qu’elle partage, et les vôtres, ${MAX_VUES} au plus de chaque, par nom ; aucune pour qui n’en est pas membre.`,
    query: (_args, { viewer }) => ({
      where: readableVues(viewer),
      orderBy: [{ nomNormalise: 'asc' }, { id: 'asc' }],
      take: 2 * MAX_VUES,
    }),
  }),
  viewerCanShareVues: t.boolean({
    description: 'Vrai si vous pouvez partager une vue de la page des fiches avec la collectivité.',
    resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'shareVues', { collectiviteId: id }),
  }),
}))
