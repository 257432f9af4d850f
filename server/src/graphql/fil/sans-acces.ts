import { encodeGlobalID } from '@pothos/plugin-relay'
import { MAX_MENTIONS } from '../../domain/fil/fil-rules.ts'
import type { SansAcces } from '../../domain/fil/sans-acces.ts'
import { builder } from '../builder.ts'
import { CommentaireObject } from './commentaire.ts'
import { FilObject } from './fil.ts'

const SansAccesObject = builder.objectRef<SansAcces>('MentionSansAcces').implement({
  description: 'Une personne ou un service que vous venez de nommer, et qui ne peut pas lire ce dont on discute.',
  fields: (t) => ({
    nom: t.exposeString('nom', { description: 'Son nom.' }),
    membreId: t.id({
      nullable: true,
      description: 'Le membre, si c’en est un.',
      resolve: ({ membreId }) => membreId && encodeGlobalID('Membre', membreId),
    }),
    serviceId: t.id({
      nullable: true,
      description: 'Le service, si c’en est un.',
      resolve: ({ serviceId }) => serviceId && encodeGlobalID('Service', serviceId),
    }),
  }),
})

const DESCRIPTION = `Ceux que vous y nommez et qui ne peuvent pas lire ce dont on discute, ${MAX_MENTIONS} au plus : un admin peut leur en donner l’accès.`

/** The success of a mutation by which something is said in a thread. */
export function saidInFil(name: string, description: string) {
  return builder.objectRef<{ filId: string; sansAcces: SansAcces[] }>(name).implement({
    description,
    fields: (t) => ({
      fil: t.prismaField({
        type: FilObject,
        description: 'La discussion, telle qu’elle est maintenant.',
        resolve: (query, { filId }, _args, { prisma }) =>
          prisma.fil.findUniqueOrThrow({ ...query, where: { id: filId } }),
      }),
      mentionnesSansAcces: t.expose('sansAcces', { type: [SansAccesObject], description: DESCRIPTION }),
    }),
  })
}

/** The same, of a comment that says something else. */
export function saidAnew(name: string, description: string) {
  return builder.objectRef<{ commentaireId: string; sansAcces: SansAcces[] }>(name).implement({
    description,
    fields: (t) => ({
      commentaire: t.prismaField({
        type: CommentaireObject,
        description: 'Le commentaire, tel qu’il est maintenant.',
        resolve: (query, { commentaireId }, _args, { prisma }) =>
          prisma.commentaire.findUniqueOrThrow({ ...query, where: { id: commentaireId } }),
      }),
      mentionnesSansAcces: t.expose('sansAcces', { type: [SansAccesObject], description: DESCRIPTION }),
    }),
  })
}
