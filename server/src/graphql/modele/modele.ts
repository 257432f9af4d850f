import { MAX_MODELES } from '../../domain/modele/modele-rules.ts'
import { mayInCollectivite } from '../../domain/rights/may.ts'
import { readableModeles } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { PlanTypeEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'

export const PlanModeleType = builder.prismaNode('PlanModele', {
  description: 'Un modèle de plan : ce dont un nouveau plan de la collectivité peut partir.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableModeles(viewer)] }),
  fields: (t) => ({
    nom: t.exposeString('nom', { description: 'Son nom. Exemple : PCAET type.' }),
    type: t.expose('type', { type: PlanTypeEnum, description: 'Type des plans qu’il donne.' }),
    typeAutre: t.exposeString('typeAutre', {
      nullable: true,
      description: 'Nom du type quand c’est AUTRE ; null sinon.',
    }),
    axesCount: t.exposeInt('axesCount', { description: 'Nombre d’axes, à toute profondeur.' }),
    champsCount: t.exposeInt('champsCount', { description: 'Nombre de champs propres.' }),
    fichesCount: t.exposeInt('fichesCount', { description: 'Nombre de fiches, dont il n’a que les titres.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Création du modèle.' }),
  }),
})

builder.prismaObjectFields(CollectiviteObject, (t) => ({
  planModeles: t.relation('planModeles', {
    description: `Ses modèles de plan, ${MAX_MODELES} au plus, par nom ; aucun pour qui n’en est pas membre.`,
    query: (_args, { viewer }) => ({ where: readableModeles(viewer), orderBy: [{ nom: 'asc' }, { id: 'asc' }] }),
  }),
  viewerCanManageModeles: t.boolean({
    description: 'Vrai si vous pouvez faire, renommer et supprimer des modèles de plan.',
    resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'manageModeles', { collectiviteId: id }),
  }),
}))
