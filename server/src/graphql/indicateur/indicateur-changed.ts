import { topicOf } from '../../bus/change-bus.ts'
import type { IndicateurChange } from '../../domain/change.ts'
import { readableAxes, readableFiches, readableIndicateurs } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { ChangeInterface, type ToldChange } from '../subscription/change-fields.ts'
import { watch } from '../subscription/watch.ts'
import { IndicateurType } from './indicateur.ts'

const IndicateurChangeType = builder.objectRef<IndicateurChange & ToldChange>('IndicateurChange').implement({
  description: 'Un changement d’un indicateur, de ses valeurs ou de ses liens.',
  interfaces: [ChangeInterface],
  fields: (t) => ({
    fields: t.stringList({
      description: 'Champs de Indicateur dont la valeur a changé, par leur nom dans ce schéma. Exemple : valeurs.',
      resolve: ({ fields }) => [...fields],
    }),
    indicateur: t.prismaField({
      type: IndicateurType,
      nullable: true,
      description: 'L’indicateur tel qu’il est maintenant.',
      resolve: (query, { indicateurId }, _args, { prisma, viewer }) =>
        prisma.indicateur.findFirst({
          ...query,
          where: { AND: [{ id: indicateurId }, readableIndicateurs(viewer)] },
        }),
    }),
  }),
})

builder.subscriptionField('indicateurChanged', (t) =>
  t.field({
    type: IndicateurChangeType,
    nullable: true,
    description:
      'Les changements d’un indicateur, à mesure. Un dernier null dit qu’il n’est plus lisible ; un indicateur introuvable refuse l’abonnement (code NOT_FOUND).',
    args: { uuid: t.arg({ type: 'UUID', required: true, description: 'Identifiant universel de l’indicateur.' }) },
    subscribe: (_root, { uuid }, context) =>
      watch({
        context,
        kind: 'indicateur',
        topic: topicOf({ kind: 'indicateur', indicateurId: uuid, fields: [] }),
        isReadable: async ({ prisma, viewer }) =>
          (await prisma.indicateur.count({ where: { AND: [{ id: uuid }, readableIndicateurs(viewer)] } })) > 0,
        // A link to what the viewer may not read is none to them.
        concerns: async ({ prisma, viewer }, { ficheId, axeId }) => {
          if (ficheId)
            return (await prisma.fiche.count({ where: { AND: [{ id: ficheId }, readableFiches(viewer)] } })) > 0
          if (axeId) return (await prisma.axe.count({ where: { AND: [{ id: axeId }, readableAxes(viewer)] } })) > 0
          return true
        },
      }),
    resolve: (change) => change,
  }),
)
