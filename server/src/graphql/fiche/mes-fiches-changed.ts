import { topicOf } from '../../bus/change-bus.ts'
import type { MesFichesChange } from '../../domain/change.ts'
import { readableFiches } from '../../domain/rights/readable.ts'
import { readerIdOf } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { ChangeInterface, type ToldChange } from '../subscription/change-fields.ts'
import { watch } from '../subscription/watch.ts'

const MesFichesChangeType = builder.objectRef<MesFichesChange & ToldChange>('MesFichesChange').implement({
  description: 'Un changement de vos fiches : l’une d’elles, ou ce qui en fait l’une des vôtres.',
  interfaces: [ChangeInterface],
})

builder.subscriptionField('mesFichesChanged', (t) =>
  t.field({
    type: MesFichesChangeType,
    nullable: true,
    description:
      'Dit qu’il faut relire vos fiches, celles de `pourMoi` : on vous en confie une, l’une d’elles change ou n’est plus la vôtre. Demande d’être connecté (code NOT_FOUND sinon).',
    subscribe: (_root, _args, context) =>
      watch({
        context,
        kind: 'mesFiches',
        topic: topicOf({ kind: 'mesFiches', userId: readerIdOf(context.viewer) ?? '', ficheIds: null }),
        isReadable: ({ viewer }) => Promise.resolve(viewer !== null),
        // What one may not read changes nothing of one's list.
        concerns: async ({ prisma, viewer }, { ficheIds }) =>
          ficheIds === null ||
          (await prisma.fiche.count({ where: { AND: [{ id: { in: [...ficheIds] } }, readableFiches(viewer)] } })) > 0,
      }),
    resolve: (change) => change,
  }),
)
