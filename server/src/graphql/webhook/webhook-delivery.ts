import type {
  Prisma,
  WebhookDelivery,
  WebhookDeliveryKind,
  WebhookDeliveryStatus,
  WebhookFailure,
} from '@pupitre/prisma'
import { readableWebhooks } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { instantKey, uuidKey } from '../connection/sort-key.ts'
import type { SortedList } from '../connection/sorted-list.ts'
import { wellFormedUuid } from '../global-id.ts'

const KindEnum = builder.enumType('WebhookDeliveryKind', {
  description: 'Ce qu’un envoi à un webhook annonce.',
  values: {
    CHANGEMENTS: { description: 'Il y a du nouveau à demander.' },
    ESSAI: { description: 'Rien : un admin essaie.' },
  } satisfies Record<WebhookDeliveryKind, object>,
})

const StatusEnum = builder.enumType('WebhookDeliveryStatus', {
  description: 'Où en est un envoi à un webhook.',
  values: {
    EN_ATTENTE: { description: 'Il part, ou sera retenté.' },
    LIVREE: { description: 'Le receveur l’a pris.' },
    ABANDONNEE: { description: 'Il ne sera plus retenté.' },
  } satisfies Record<WebhookDeliveryStatus, object>,
})

const FailureEnum = builder.enumType('WebhookFailure', {
  description: 'Pourquoi un essai d’envoi à un webhook a échoué.',
  values: {
    NOM_INCONNU: { description: 'Le nom du receveur ne mène nulle part.' },
    ADRESSE_REFUSEE: { description: 'Le nom du receveur mène dans un réseau privé.' },
    CONNEXION: { description: 'Le receveur ne répond pas, ou coupe.' },
    CERTIFICAT: { description: 'Le certificat du receveur n’est pas valable.' },
    DELAI: { description: 'Le receveur n’a pas répondu en dix secondes.' },
    REDIRECTION: { description: 'Le receveur renvoie à une autre adresse, ce qui n’est pas suivi.' },
    STATUT: { description: 'Le receveur a répondu autre chose que 2xx.' },
    SECRET: { description: 'Le secret ne peut plus signer : l’instance a changé de secret, renouvelez-le.' },
  } satisfies Record<WebhookFailure, object>,
})

export const WebhookDeliveryType = builder.prismaNode('WebhookDelivery', {
  description: 'Un envoi à un webhook. Seuls les admins de la collectivité les voient ; gardé 30 jours.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [{ webhook: readableWebhooks(viewer) }] }),
  fields: (t) => ({
    uuid: t.field({
      type: 'UUID',
      description: 'Identifiant universel : le receveur le lit dans webhook-id, le même à chaque essai.',
      resolve: ({ id }) => id,
    }),
    kind: t.expose('kind', { type: KindEnum, description: 'Ce qu’il annonce.' }),
    status: t.expose('status', { type: StatusEnum, description: 'Où il en est.' }),
    body: t.exposeString('body', { description: 'Ce qui est envoyé, en JSON.' }),
    attempts: t.exposeInt('attempts', { description: 'Essais faits, celui en cours compris.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Quand il a été décidé.' }),
    lastAttemptAt: t.expose('lastAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Fin du dernier essai ; null s’il n’y en a pas eu.',
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Quand il sera retenté ; null s’il ne le sera plus.',
    }),
    failure: t.expose('failure', {
      type: FailureEnum,
      nullable: true,
      description: 'Pourquoi le dernier essai a échoué ; null sinon.',
    }),
    httpStatus: t.exposeInt('httpStatus', {
      nullable: true,
      description: 'Code HTTP de la dernière réponse ; null sans réponse. Exemple : 204.',
    }),
    durationMs: t.exposeInt('durationMs', {
      nullable: true,
      description: 'Durée du dernier essai, en millisecondes.',
    }),
    answer: t.exposeString('answer', {
      nullable: true,
      description: 'Début de la dernière réponse, 500 caractères au plus ; null si ce n’est pas du texte.',
    }),
  }),
})

export const WebhookDeliveryConnection = builder.connectionObject(
  { type: WebhookDeliveryType, name: 'WebhookDeliveryConnection', description: 'Une page d’envois à un webhook.' },
  { name: 'WebhookDeliveryEdge', description: 'Un envoi dans une page.' },
)

type Where = Prisma.WebhookDeliveryWhereInput
type OrderBy = Prisma.WebhookDeliveryOrderByWithRelationInput

/** The last first. */
export const deliveriesByDate: SortedList<WebhookDelivery, Where, OrderBy> = {
  name: 'CREATED_AT desc',
  keys: [
    {
      key: instantKey({
        read: ({ createdAt }) => createdAt,
        where: (createdAt) => ({ createdAt }),
        orderBy: (createdAt) => ({ createdAt }),
      }),
      direction: 'desc',
    },
    { key: uuidKey({ read: ({ id }) => id, where: (id) => ({ id }), orderBy: (id) => ({ id }) }), direction: 'desc' },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}
