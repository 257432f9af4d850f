import { encodeGlobalID } from '@pothos/plugin-relay'
import { MAX_MENTIONS } from '../../domain/fil/fil-rules.ts'
import type { SansAcces } from '../../domain/fil/sans-acces.ts'
import { builder } from '../builder.ts'
import { changedCommentaire, changedFil } from './changed-fil.ts'

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

interface Said {
  sansAcces: SansAcces[]
}

/** The success of a mutation by which something is said in a thread. */
export function saidInFil(name: string, description: string) {
  const said = changedFil<Said & { filId: string }>(name, description)
  builder.objectField(said, 'mentionnesSansAcces', (t) =>
    t.expose('sansAcces', { type: [SansAccesObject], description: DESCRIPTION }),
  )
  return said
}

/** The same, of a comment that says something else. */
export function saidAnew(name: string, description: string) {
  const said = changedCommentaire<Said & { commentaireId: string }>(name, description)
  builder.objectField(said, 'mentionnesSansAcces', (t) =>
    t.expose('sansAcces', { type: [SansAccesObject], description: DESCRIPTION }),
  )
  return said
}
