import { inTransaction } from '../../bus/in-transaction.ts'
import { dismissDoublon, reconsiderDoublon } from '../../domain/doublon/dismiss-doublon.ts'
import type { DoublonPair } from '../../domain/doublon/doublon-rules.ts'
import type { UseCase } from '../../domain/use-case.ts'
import { builder } from '../builder.ts'
import { resultUnion } from '../fiche/changed-fiche.ts'
import { FicheType } from '../fiche/fiche.ts'
import { uuidOf } from '../global-id.ts'

interface Mutation {
  description: string
  done: string
  act: (useCase: UseCase, pair: DoublonPair) => Promise<string[]>
}

/** A mutation about two fiches that may be one. */
function doublonMutation(name: string, { description, done, act }: Mutation): void {
  const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const input = builder.inputType(`${typeName}Input`, {
    description: 'Deux fiches, dans n’importe quel ordre.',
    fields: (t) => ({
      ficheId: t.id({ required: true, description: 'L’une.' }),
      autreId: t.id({ required: true, description: 'L’autre.' }),
    }),
  })
  const success = builder.objectRef<{ ficheIds: string[] }>(`${typeName}Success`).implement({
    description: done,
    fields: (t) => ({
      fiches: t.prismaField({
        type: [FicheType],
        description: 'Les deux fiches.',
        resolve: (query, { ficheIds }, _args, { prisma }) =>
          prisma.fiche.findMany({ ...query, where: { id: { in: ficheIds } }, orderBy: { id: 'asc' } }),
      }),
    }),
  })
  builder.mutationField(name, (t) =>
    t.field({
      type: success,
      description,
      errors: resultUnion(`${typeName}Result`),
      args: { input: t.arg({ type: input, required: true, description: 'Ce qui est demandé.' }) },
      resolve: async (_root, { input: { ficheId, autreId } }, context) => ({
        ficheIds: await inTransaction(context, (useCase) =>
          act(useCase, { ficheId: uuidOf('Fiche', ficheId), autreId: uuidOf('Fiche', autreId) }),
        ),
      }),
    }),
  )
}

doublonMutation('dismissDoublon', {
  description:
    'Dit pour tous que deux fiches que vous pouvez lire, dont une que vous pouvez modifier, ne sont pas la même action : elles ne sont plus proposées comme doublons possibles. reconsiderDoublon défait. Code : DOUBLON_SELF.',
  done: 'Les deux ne sont plus proposées.',
  act: dismissDoublon,
})

doublonMutation('reconsiderDoublon', {
  description: 'Défait dismissDoublon : les deux fiches peuvent être proposées à nouveau. Code : DOUBLON_SELF.',
  done: 'Les deux peuvent être proposées.',
  act: reconsiderDoublon,
})
