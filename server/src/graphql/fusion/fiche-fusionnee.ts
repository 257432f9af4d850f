import { mergedInto } from '../../domain/fusion/merged-into.ts'
import { visibleFiches } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { FicheType } from '../fiche/fiche.ts'

builder.queryField('ficheFusionnee', (t) =>
  t.prismaField({
    type: FicheType,
    nullable: true,
    description:
      'La fiche où est ce que disait une fiche qui a été fusionnée, même plusieurs fois de suite ; null si elle ne l’a pas été, ou si vous ne pouvez pas lire celle-là.',
    args: {
      uuid: t.arg({ type: 'UUID', required: true, description: 'Identifiant universel de la fiche fusionnée.' }),
    },
    resolve: async (query, _root, { uuid }, { prisma, viewer }) => {
      const id = await mergedInto(prisma, uuid)
      return id === null ? null : prisma.fiche.findFirst({ ...query, where: { AND: [{ id }, visibleFiches(viewer)] } })
    },
  }),
)
