import type { Prisma } from '@pupitre/prisma'
import { relationOf } from '../../domain/journal/journalised.ts'
import { followedJournal, journalOfOthers } from '../../domain/rights/followed.ts'
import { readableJournal } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { IdFilter, MAX_COMPARED_VALUES } from '../filter/comparators.ts'
import { amongConditions, uuidsAllowed, whereTrue } from '../filter/conditions.ts'
import { JournalObjetEnum, JournalOrigineEnum } from './journal-entry.ts'

const several = `L’un de ceux-ci, ${MAX_COMPARED_VALUES} au plus.`

export const JournalWhere = builder.inputType('JournalWhere', {
  description: 'Conditions sur des lignes du journal ; toutes valent ensemble.',
  fields: (t) => ({
    acte: t.field({ type: 'UUID', description: 'Ce qui a été fait d’un seul coup, avec cet identifiant.' }),
    membre: t.field({ type: IdFilter, description: 'Le membre qui a fait le changement.' }),
    origine: t.field({ type: [JournalOrigineEnum], description: `Par où il est venu. ${several}` }),
    objet: t.field({ type: [JournalObjetEnum], description: `Ce qu’est l’objet. ${several}` }),
    pourMoi: t.boolean({
      description:
        'Vrai pour ce qui touche les fiches dont vous, ou l’un de vos services, êtes pilote ou référent, et les plans dont vous l’êtes ; faux pour le reste.',
    }),
    parAutrui: t.boolean({
      description: 'Vrai pour ce que d’autres que vous ont fait, faux pour ce que vous avez fait.',
    }),
    depuis: t.field({ type: 'DateTime', description: 'À partir de cet instant.' }),
    avant: t.field({ type: 'DateTime', description: 'Avant cet instant, lui non compris.' }),
  }),
})

/** A journal of something, as it is asked. */
export interface AskedJournal {
  /** The lines that are about it. */
  about: Prisma.JournalEntryWhereInput
  where?: typeof JournalWhere.$inferInput | null | undefined
  viewer: Viewer | null
}

/** The lines that the viewer asks for, among those that they may read. */
export function journalWithin({ about, where, viewer }: AskedJournal): Prisma.JournalEntryWhereInput[] {
  return [about, readableJournal(viewer), ...conditions(where, viewer)]
}

function conditions(where: AskedJournal['where'], viewer: Viewer | null): Prisma.JournalEntryWhereInput[] {
  if (!where) return []
  const membreIds = uuidsAllowed('Membre', where.membre)
  return [
    ...(where.acte ? [{ acte: where.acte }] : []),
    ...(membreIds ? [{ user: { membres: { some: { id: { in: membreIds } } } } }] : []),
    ...amongConditions(where.origine).map((origine) => ({ origine })),
    ...amongConditions(where.objet?.map(relationOf)).map((relation) => ({ relation })),
    ...whereTrue(followedJournal(viewer), where.pourMoi),
    ...whereTrue(journalOfOthers(viewer), where.parAutrui),
    ...(where.depuis ? [{ at: { gte: where.depuis } }] : []),
    ...(where.avant ? [{ at: { lt: where.avant } }] : []),
  ]
}
