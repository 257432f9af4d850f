import { builder } from '../builder.ts'
import { SuppressionType } from './corbeille.ts'

/** What every deletion answers: the lines of the corbeille, to restore them. */
export function deletionSuccess(name: 'DeletePlanSuccess' | 'DeleteAxesSuccess' | 'DeleteFichesSuccess') {
  return builder.objectRef<{ suppressionIds: readonly string[] }>(name).implement({
    description: 'C’est à la corbeille.',
    fields: (t) => ({
      suppressions: t.prismaField({
        type: [SuppressionType],
        description: 'Les lignes de la corbeille, à donner à restore pour revenir en arrière.',
        resolve: (query, { suppressionIds }, _args, { prisma }) =>
          prisma.suppression.findMany({ ...query, where: { id: { in: [...suppressionIds] } } }),
      }),
    }),
  })
}
