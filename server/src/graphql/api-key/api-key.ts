import { MAX_API_KEYS, TOLD_REVOKED_API_KEYS } from '../../domain/api-key/api-key-rules.ts'
import { mayInCollectivite } from '../../domain/rights/may.ts'
import { readableApiKeys } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { ApiScopeEnum } from '../enums.ts'
import { wellFormedUuid } from '../global-id.ts'

export const ApiKeyType = builder.prismaNode('ApiKey', {
  description:
    'Une clé d’API : un programme interroge Pupitre au nom de la collectivité. Seuls ses admins voient ses clés.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [readableApiKeys(viewer)] }),
  fields: (t) => ({
    nom: t.exposeString('nom', { description: 'À quoi elle sert. Exemple : Observatoire du territoire.' }),
    prefix: t.exposeString('prefix', {
      description: 'Début de son secret, qui la fait reconnaître. Exemple : pup_7Hq2Vd.',
    }),
    scopes: t.expose('scopes', { type: [ApiScopeEnum], description: 'Ce qu’elle permet.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Quand elle a été créée.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Quand elle expire.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Dernière utilisation, à une minute près ; null si elle n’a jamais servi.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Quand elle a été révoquée ; null si elle ne l’est pas.',
    }),
    previousPrefix: t.exposeString('previousPrefix', {
      nullable: true,
      description: 'Début du secret d’avant ; null si elle n’en a pas eu.',
    }),
    previousUntil: t.expose('previousUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Jusqu’à quand le secret d’avant vaut encore ; null si elle n’en a pas eu.',
    }),
    creePar: t.string({
      nullable: true,
      description: 'Nom de qui l’a créée ; null si son compte n’existe plus.',
      select: { createdBy: { select: { name: true } } },
      resolve: ({ createdBy }) => createdBy?.name ?? null,
    }),
  }),
})

builder.prismaObjectFields(CollectiviteObject, (t) => ({
  apiKeys: t.field({
    type: [ApiKeyType],
    description: `Les clés d’API qui ne sont pas révoquées, ${MAX_API_KEYS} au plus, la dernière créée d’abord ; vide pour qui n’est pas admin.`,
    select: (_args, { viewer }, nestedSelection) => ({
      apiKeys: nestedSelection({
        where: { AND: [readableApiKeys(viewer), { revokedAt: null }] },
        orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }],
        take: MAX_API_KEYS,
      }),
    }),
    resolve: ({ apiKeys }) => apiKeys,
  }),
  revokedApiKeys: t.field({
    type: [ApiKeyType],
    description: `Les dernières clés d’API révoquées, ${TOLD_REVOKED_API_KEYS} au plus, la dernière révoquée d’abord ; vide pour qui n’est pas admin.`,
    select: (_args, { viewer }, nestedSelection) => ({
      apiKeys: nestedSelection({
        where: { AND: [readableApiKeys(viewer), { revokedAt: { not: null } }] },
        orderBy: [{ revokedAt: 'desc' as const }, { id: 'desc' as const }],
        take: TOLD_REVOKED_API_KEYS,
      }),
    }),
    resolve: ({ apiKeys }) => apiKeys,
  }),
  viewerCanManageApiKeys: t.boolean({
    description: 'Vrai si vous pouvez créer, renouveler et révoquer des clés d’API.',
    resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'manageApiKeys', { collectiviteId: id }),
  }),
}))
