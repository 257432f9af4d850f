import type { DrawnKey } from '../../domain/api-key/create-api-key.ts'
import { builder } from '../builder.ts'
import { ApiKeyType } from './api-key.ts'

/** What answers the drawing of a secret: the one time that it is told. */
export function drawnKey(name: string, description: string) {
  return builder.objectRef<DrawnKey>(name).implement({
    description,
    fields: (t) => ({
      apiKey: t.prismaField({
        type: ApiKeyType,
        description: 'La clé.',
        resolve: (query, { apiKeyId }, _args, { prisma }) =>
          prisma.apiKey.findUniqueOrThrow({ ...query, where: { id: apiKeyId } }),
      }),
      secret: t.exposeString('secret', {
        description: 'Le secret, à copier maintenant : il n’est gardé nulle part et ne sera plus montré.',
      }),
    }),
  })
}
