import { encodeGlobalID } from '@pothos/plugin-relay'
import { topicOf } from '../../bus/change-bus.ts'
import type { PlanChange } from '../../domain/change.ts'
import { administered, readableAxes, readablePlacements, readablePlans } from '../../domain/rights/readable.ts'
import { AxeType } from '../axe/axe.ts'
import { builder } from '../builder.ts'
import { PlacementType } from '../placement/placement.ts'
import { ChangeInterface, type ToldChange } from '../subscription/change-fields.ts'
import { watch } from '../subscription/watch.ts'
import { PlanObject } from './plan.ts'

const PlanChangeType = builder.objectRef<PlanChange & ToldChange>('PlanChange').implement({
  description: 'Un changement d’un plan, de ses axes ou des places de ses fiches.',
  interfaces: [ChangeInterface],
  fields: (t) => ({
    fields: t.stringList({
      description: 'Champs de Plan dont la valeur a changé, par leur nom dans ce schéma.',
      resolve: ({ fields = [] }) => [...fields],
    }),
    plan: t.prismaField({
      type: PlanObject,
      nullable: true,
      description: 'Le plan tel qu’il est maintenant.',
      resolve: (query, { planId }, _args, { prisma, viewer }) =>
        prisma.plan.findFirst({ ...query, where: { AND: [{ id: planId }, readablePlans(viewer)] } }),
    }),
    axes: t.prismaField({
      type: [AxeType],
      description: 'Les axes ajoutés ou changés, tels qu’ils sont maintenant.',
      resolve: (query, { axeIds = [] }, _args, { prisma, viewer }) =>
        prisma.axe.findMany({ ...query, where: { AND: [{ id: { in: [...axeIds] } }, readableAxes(viewer)] } }),
    }),
    renamedAxeIds: t.idList({
      description: 'Parmi eux, ceux dont le nom a changé.',
      resolve: ({ renamedAxeIds = [] }) => renamedAxeIds.map((id) => encodeGlobalID('Axe', id)),
    }),
    removedAxeIds: t.idList({
      description: 'Les axes qui ne sont plus dans le plan.',
      resolve: ({ removedAxeIds = [] }) => removedAxeIds.map((id) => encodeGlobalID('Axe', id)),
    }),
    placements: t.prismaField({
      type: [PlacementType],
      description: 'Les places ajoutées ou changées, ou dont la fiche a changé, telles qu’elles sont maintenant.',
      resolve: (query, { placementIds = [] }, _args, { prisma, viewer }) =>
        prisma.placement.findMany({
          ...query,
          where: { AND: [{ id: { in: [...placementIds] } }, readablePlacements(viewer)] },
        }),
    }),
    removedPlacementIds: t.idList({
      description: 'Les places qui ne sont plus dans le plan, ou que vous ne pouvez plus lire.',
      resolve: async ({ placementIds = [], removedPlacementIds = [] }, _args, { prisma, viewer }) => {
        // A fiche that was just restricted has gone for some, and not for others.
        const doubtful = removedPlacementIds.filter((id) => placementIds.includes(id))
        const kept = doubtful.length
          ? await prisma.placement.findMany({
              where: { AND: [{ id: { in: doubtful } }, readablePlacements(viewer)] },
              select: { id: true },
            })
          : []
        const keptIds = new Set(kept.map(({ id }) => id))
        return removedPlacementIds.filter((id) => !keptIds.has(id)).map((id) => encodeGlobalID('Placement', id))
      },
    }),
  }),
})

builder.subscriptionField('planChanged', (t) =>
  t.field({
    type: PlanChangeType,
    nullable: true,
    description:
      'Les changements d’un plan, à mesure. Un dernier null dit qu’il n’est plus lisible ; un plan introuvable refuse l’abonnement (code NOT_FOUND).',
    args: { uuid: t.arg({ type: 'UUID', required: true, description: 'Identifiant universel du plan.' }) },
    subscribe: (_root, { uuid }, context) =>
      watch({
        context,
        kind: 'plan',
        topic: topicOf({ kind: 'plan', planId: uuid }),
        isReadable: async ({ prisma, viewer }) =>
          (await prisma.plan.count({ where: { AND: [{ id: uuid }, readablePlans(viewer)] } })) > 0,
        // A change of fiches that the viewer may not read is none to them.
        concerns: async ({ prisma, viewer }, { placementIds = [], fields = [], ...tree }) =>
          // The count of fiches changes with the places that are told of, for who may read them.
          fields.some((field) => field !== 'octrois' && (field !== 'fichesCount' || placementIds.length === 0)) ||
          // Who is given access is told to the admins.
          (fields.includes('octrois') &&
            (await prisma.plan.count({ where: { AND: [{ id: uuid }, administered(viewer)] } })) > 0) ||
          Object.values(tree).some((part) => Array.isArray(part) && part.length > 0) ||
          (await prisma.placement.count({
            where: { AND: [{ id: { in: [...placementIds] } }, readablePlacements(viewer)] },
          })) > 0,
      }),
    resolve: (change) => change,
  }),
)
