import type { PublishedChange } from '../../bus/change-bus.ts'
import { readerIdOf } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'

/** What is told of a change beside what changed. */
export interface ToldChange {
  at: Date
  by: PublishedChange['by']
}

/** Who changed something, and when. */
export const ChangeInterface = builder.interfaceRef<ToldChange>('Change').implement({
  description: 'Un changement fait pendant que l’on regarde.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'Instant du changement.' }),
    auteur: t.string({
      nullable: true,
      description: 'Nom de qui l’a fait ; null pour le serveur lui-même.',
      resolve: ({ by }) => by?.name ?? null,
    }),
    auteurEstVous: t.boolean({
      description: 'Vrai si c’est vous, sur cette page ou sur une autre.',
      resolve: ({ by }, _args, { viewer }) => by !== null && by.userId === readerIdOf(viewer),
    }),
  }),
})
