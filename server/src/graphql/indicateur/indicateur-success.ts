import { builder } from '../builder.ts'
import { IndicateurType } from './indicateur.ts'

/** The answer of a mutation that changed an indicateur which the viewer may read. */
export function indicateurSuccess(name: string, description: string) {
  return builder.objectRef<{ indicateurId: string }>(name).implement({
    description,
    fields: (t) => ({
      indicateur: t.prismaField({
        type: IndicateurType,
        description: 'L’indicateur tel qu’il est maintenant.',
        resolve: (query, { indicateurId }, _args, { prisma }) =>
          prisma.indicateur.findUniqueOrThrow({ ...query, where: { id: indicateurId } }),
      }),
    }),
  })
}
