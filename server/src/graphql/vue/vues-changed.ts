import { topicOf } from '../../bus/change-bus.ts'
import type { VuesChange } from '../../domain/change.ts'
import { isShownTo } from '../../domain/rights/may.ts'
import { builder } from '../builder.ts'
import { uuidOf } from '../global-id.ts'
import type { ToldChange } from '../subscription/change-fields.ts'
import { watch } from '../subscription/watch.ts'

const VuesChangeType = builder.objectRef<VuesChange & ToldChange>('VuesChange').implement({
  description: 'Une vue que la collectivité partage est venue, a changé ou n’est plus là.',
  fields: (t) => ({ at: t.expose('at', { type: 'DateTime', description: 'Instant du changement.' }) }),
})

builder.subscriptionField('vuesChanged', (t) =>
  t.field({
    type: VuesChangeType,
    nullable: true,
    description:
      'Les changements des vues que partage une collectivité, à mesure. Pour qui n’en est pas membre, l’abonnement est refusé (code NOT_FOUND).',
    args: { collectiviteId: t.arg.id({ required: true, description: 'La collectivité.' }) },
    subscribe: (_root, args, context) => {
      const collectiviteId = uuidOf('Collectivite', args.collectiviteId)
      return watch({
        context,
        kind: 'vues',
        topic: topicOf({ kind: 'vues', collectiviteId }),
        isReadable: ({ viewer }) => Promise.resolve(isShownTo(viewer, 'keepVues', { collectiviteId })),
      })
    },
    resolve: (change) => change,
  }),
)
