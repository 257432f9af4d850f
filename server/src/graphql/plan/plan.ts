import { mayInPlan } from '../../domain/rights/may.ts'
import { visibleAxes, visiblePlacements, visiblePlans } from '../../domain/rights/visible.ts'
import { axesByParent } from '../axe/axe-lists.ts'
import { AxeConnection, AxeType } from '../axe/axe.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { builder } from '../builder.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { PlanTypeEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'
import { placementsByAxe } from '../placement/placement-lists.ts'
import { PlacementConnection, PlacementType } from '../placement/placement.ts'

export const PlanObject = builder.prismaNode('Plan', {
  description: 'Un document d’action publique : une arborescence d’axes qui tiennent des fiches.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visiblePlans(viewer)] }),
  fields: (t) => ({
    uuid: t.field({
      type: 'UUID',
      description: 'Identifiant universel ; l’adresse de la description partagée est /sync/plan/<uuid>.',
      resolve: ({ id }) => id,
    }),
    nom: t.exposeString('nom', { description: 'Nom du plan. Exemple : PCAET 2024-2030.' }),
    type: t.expose('type', { type: PlanTypeEnum, description: 'Type du plan.' }),
    typeAutre: t.exposeString('typeAutre', {
      nullable: true,
      description: 'Nom du type quand c’est AUTRE ; null sinon.',
    }),
    dateDebut: t.expose('dateDebut', {
      type: 'Date',
      nullable: true,
      description: 'Premier jour du plan ; null s’il est inconnu.',
    }),
    dateFin: t.expose('dateFin', {
      type: 'Date',
      nullable: true,
      description: 'Dernier jour du plan ; null s’il est inconnu.',
    }),
    niveaux: t.exposeStringList('niveaux', {
      description:
        'Comment le plan appelle ses niveaux, du plus haut au plus bas ; le dernier nom vaut pour ceux d’en dessous.',
    }),
    description: t.string({
      description: 'Description du plan, en texte.',
      resolve: async ({ id }, _args, { loaders }) =>
        (await loaders.planTextes.load({ ownerId: id, field: 'description' })).plain,
    }),
    descriptionMarkdown: t.string({
      description: 'Description du plan, en Markdown.',
      resolve: async ({ id }, _args, { loaders }) =>
        (await loaders.planTextes.load({ ownerId: id, field: 'description' })).markdown,
    }),
    collectivite: t.relation('collectivite', { description: 'Collectivité qui porte le plan.' }),
    fichesCount: t.int({
      description: 'Nombre de fiches du plan ; une fiche placée deux fois compte une fois.',
      resolve: ({ id }, _args, { loaders }) => loaders.fichesCounts.load(id),
    }),
    axes: t.connection(
      {
        type: AxeType,
        description:
          'Tous les axes du plan, à toute profondeur : par parent, puis dans l’ordre. Une page en compte 300 au plus.',
        select: (args, { viewer }, nestedSelection) => ({
          axes: wholeRows(
            nestedSelection(pageQuery({ list: axesByParent, args, within: [visibleAxes(viewer)] }), ['edges', 'node']),
          ),
        }),
        resolve: ({ axes }, args) => pageOf({ list: axesByParent, args }, axes),
      },
      AxeConnection,
    ),
    placements: t.connection(
      {
        type: PlacementType,
        description:
          'Toutes les places de fiches du plan : par axe, puis dans l’ordre. Celles de la racine viennent à la fin. Une page en compte 300 au plus.',
        select: (args, { viewer }, nestedSelection) => ({
          placements: wholeRows(
            nestedSelection(pageQuery({ list: placementsByAxe, args, within: [visiblePlacements(viewer)] }), [
              'edges',
              'node',
            ]),
          ),
        }),
        resolve: ({ placements }, args) => pageOf({ list: placementsByAxe, args }, placements),
      },
      PlacementConnection,
    ),
    viewerCanUpdate: t.boolean({
      description: 'Vrai si vous pouvez modifier ce plan et ses axes.',
      resolve: async ({ id }, _args, { viewer, loaders }) => {
        const target = await loaders.planTargets.load(id)
        return target !== null && mayInPlan(viewer, 'editPlan', target)
      },
    }),
    viewerCanCreateFiche: t.boolean({
      description: 'Vrai si vous pouvez créer une fiche dans ce plan.',
      resolve: async ({ id }, _args, { viewer, loaders }) => {
        const target = await loaders.planTargets.load(id)
        return target !== null && mayInPlan(viewer, 'createFiche', target)
      },
    }),
    viewerCanDelete: t.boolean({
      description: 'Vrai si vous pouvez mettre ce plan à la corbeille.',
      resolve: async ({ id }, _args, { viewer, loaders }) => {
        const target = await loaders.planTargets.load(id)
        return target !== null && mayInPlan(viewer, 'deletePlan', target)
      },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Création du plan.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'Dernier changement du nom ou du type ; les textes partagés n’y comptent pas.',
    }),
  }),
})

export const PlanConnection = builder.connectionObject(
  { type: PlanObject, name: 'PlanConnection', description: 'Une page de plans.' },
  { name: 'PlanEdge', description: 'Un plan dans une page.' },
)
