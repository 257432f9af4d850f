import { inTransaction } from '../../bus/in-transaction.ts'
import { unlinkFiches } from '../../domain/lien/unlink-fiches.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { FicheType } from '../fiche/fiche.ts'
import { uuidOf } from '../global-id.ts'

const UnlinkFichesSuccess = builder.objectRef<{ ficheIds: string[] }>('UnlinkFichesSuccess').implement({
  description: 'Le lien n’est plus.',
  fields: (t) => ({
    fiches: t.prismaField({
      type: [FicheType],
      description: 'Les deux fiches qu’il joignait.',
      resolve: (query, { ficheIds }, _args, { prisma }) =>
        prisma.fiche.findMany({ ...query, where: { id: { in: ficheIds } }, orderBy: { id: 'asc' } }),
    }),
  }),
})

builder.mutationField('unlinkFiches', (t) =>
  t.field({
    type: UnlinkFichesSuccess,
    description: 'Supprime un lien entre deux fiches, dont une que vous pouvez modifier.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'UnlinkFichesResult', description: 'Les fiches sans ce lien, ou une erreur.' },
    },
    args: { lienId: t.arg.id({ required: true, description: 'Le lien à supprimer.' }) },
    resolve: async (_root, { lienId }, context) => ({
      ficheIds: await inTransaction(context, (useCase) => unlinkFiches(useCase, uuidOf('Lien', lienId))),
    }),
  }),
)
