import { MAX_API_KEYS } from '../../domain/api-key/api-key-rules.ts'
import { readableWebhooks } from '../../domain/rights/readable.ts'
import { MAX_WEBHOOKS } from '../../domain/webhook/webhook-rules.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { wellFormedUuid } from '../global-id.ts'
import { deliveriesByDate, WebhookDeliveryConnection, WebhookDeliveryType } from './webhook-delivery.ts'

const MAX_OF_COLLECTIVITE = MAX_API_KEYS * MAX_WEBHOOKS

export const WebhookType = builder.prismaNode('Webhook', {
  description:
    'Une adresse que Pupitre prévient quand ce que sa clé d’API lit a changé. Elle ne reçoit rien de ce qui a changé, seulement d’où le demander. Seuls les admins la voient.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableWebhooks(viewer)] }),
  fields: (t) => ({
    url: t.exposeString('url', { description: 'L’adresse prévenue.' }),
    apiKey: t.relation('apiKey', {
      description: 'La clé d’API dont elle dépend : révoquée ou expirée, rien ne part plus.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Quand elle a été créée.' }),
    secretIssuedAt: t.expose('secretIssuedAt', { type: 'DateTime', description: 'Quand son secret a été tiré.' }),
    previousSecretUntil: t.expose('previousSecretUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Jusqu’à quand le secret d’avant signe aussi ; null s’il n’y en a pas.',
    }),
    failingSince: t.expose('failingSince', {
      type: 'DateTime',
      nullable: true,
      description:
        'Depuis quand rien n’est pris ; null si le dernier envoi l’a été. Au bout de trois jours, elle est désactivée.',
    }),
    disabledAt: t.expose('disabledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Quand elle a été désactivée, par un admin ou faute de réponse ; null si elle est active.',
    }),
    creePar: t.string({
      nullable: true,
      description: 'Nom de qui l’a créée ; null si son compte n’existe plus.',
      select: { createdBy: { select: { name: true } } },
      resolve: ({ createdBy }) => createdBy?.name ?? null,
    }),
    deliveries: t.connection(
      {
        type: WebhookDeliveryType,
        description: 'Ce qui lui a été envoyé, le dernier d’abord.',
        select: (args, _context, nestedSelection) => ({
          deliveries: wholeRows(
            nestedSelection(pageQuery({ list: deliveriesByDate, args, within: [] }), ['edges', 'node']),
          ),
        }),
        resolve: ({ deliveries }, args) => pageOf({ list: deliveriesByDate, args }, deliveries),
      },
      WebhookDeliveryConnection,
    ),
  }),
})

builder.prismaObjectFields(CollectiviteObject, (t) => ({
  webhooks: t.field({
    type: [WebhookType],
    description: `Les webhooks de ses clés d’API, ${MAX_OF_COLLECTIVITE} au plus, le dernier créé d’abord ; vide pour qui n’est pas admin.`,
    select: (_args, { viewer }, nestedSelection) => ({
      webhooks: nestedSelection({
        where: { AND: [readableWebhooks(viewer)] },
        orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }],
        take: MAX_OF_COLLECTIVITE,
      }),
    }),
    resolve: ({ webhooks }) => webhooks,
  }),
}))
