import { topicOf } from '../../bus/change-bus.ts'
import type { CorbeilleChange } from '../../domain/change.ts'
import { watchCorbeille } from '../../domain/corbeille/watch-corbeille.ts'
import { builder } from '../builder.ts'
import { uuidOf } from '../global-id.ts'
import type { ToldChange } from '../subscription/change-fields.ts'
import { watch } from '../subscription/watch.ts'

const CorbeilleChangeType = builder.objectRef<CorbeilleChange & ToldChange>('CorbeilleChange').implement({
  description: 'Quelque chose que vous pouvez restaurer est allé à la corbeille, ou en est revenu.',
  // Nor who did it: several acts may be told as one, and one of them may be hidden from the viewer.
  fields: (t) => ({ at: t.expose('at', { type: 'DateTime', description: 'Instant du changement.' }) }),
})

builder.subscriptionField('corbeilleChanged', (t) =>
  t.field({
    type: CorbeilleChangeType,
    nullable: true,
    description:
      'Les changements de ce que vous voyez dans la corbeille d’une collectivité, à mesure. Sans le droit de restaurer, l’abonnement est refusé (code NOT_FOUND).',
    args: { collectiviteId: t.arg.id({ required: true, description: 'La collectivité.' }) },
    subscribe: (_root, args, context) => {
      const collectiviteId = uuidOf('Collectivite', args.collectiviteId)
      const { mayLook, hasChanged } = watchCorbeille(context, collectiviteId)
      const topic = topicOf({ kind: 'corbeille', collectiviteId })
      return watch({ context, kind: 'corbeille', topic, isReadable: mayLook, concerns: hasChanged })
    },
    resolve: (change) => change,
  }),
)
