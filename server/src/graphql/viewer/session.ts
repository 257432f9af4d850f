import { personOf } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'

/** Never its token: who reads this list could take the others over. */
export const SessionType = builder.prismaObject('Session', {
  description: 'Une session ouverte : un navigateur où vous êtes connecté.',
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    navigateur: t.exposeString('userAgent', {
      nullable: true,
      description: 'Ce que le navigateur dit de lui-même (User-Agent) ; null s’il n’a rien dit.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Connexion.' }),
    lastUsedAt: t.expose('updatedAt', { type: 'DateTime', description: 'Dernière utilisation, à une heure près.' }),
    estCelleCi: t.boolean({
      description: 'Vrai pour la session qui pose la question.',
      resolve: ({ id }, _args, { viewer }) => personOf(viewer)?.sessionId === id,
    }),
  }),
})
