import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { FicheType } from './fiche.ts'

/** The success of a mutation that changes one fiche: the fiche as it is after it. */
export function changedFiche<Changed extends { ficheId: string }>(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      fiche: t.prismaField({
        type: FicheType,
        description: 'La fiche, telle qu’elle est maintenant.',
        resolve: (query, { ficheId }, _args, { prisma }) =>
          prisma.fiche.findUniqueOrThrow({ ...query, where: { id: ficheId } }),
      }),
    }),
  })
}

/** The union that a mutation answers with: its success, or a typed error. */
export function resultUnion(name: string) {
  return { types: MUTATION_ERRORS, union: { name, description: 'Ce qui a été fait, ou une erreur.' } }
}
