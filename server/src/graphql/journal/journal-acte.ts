import type { JournalEntry, JournalOperation } from '@pupitre/prisma'
import type { JournalObjet } from '../../domain/journal/journalised.ts'
import { builder } from '../builder.ts'
import { JournalEntryType, JournalObjetEnum, JournalOperationEnum, JournalOrigineEnum } from './journal-entry.ts'

/** Lines of an act that come with it; one of more is summed up. */
export const MAX_LIGNES = 20

/** The same objet, to which the same happened, so many times. */
interface Resume {
  objet: JournalObjet
  operation: JournalOperation
  nombre: number
}

/** What somebody did at once, and that may be read of it. */
export interface JournalActe extends Pick<JournalEntry, 'acte' | 'at' | 'userId' | 'apiKeyId' | 'origine'> {
  auteur: string | null
  nombre: number
  resume: Resume[]
  lignes: JournalEntry[]
}

const JournalResume = builder.objectRef<Resume>('JournalResume').implement({
  description: 'Ce qui est arrivé plusieurs fois en un seul acte.',
  fields: (t) => ({
    objet: t.expose('objet', { type: JournalObjetEnum, description: 'Ce qu’est l’objet.' }),
    operation: t.expose('operation', { type: JournalOperationEnum, description: 'Ce qui lui est arrivé.' }),
    nombre: t.exposeInt('nombre', { description: 'Combien de fois. Exemple : 209.' }),
  }),
})

export const JournalActeType = builder.objectRef<JournalActe>('JournalActe').implement({
  description: 'Ce que quelqu’un a fait d’un seul coup : un champ changé, une fiche créée, un import.',
  fields: (t) => ({
    id: t.id({
      description: 'Identifiant de l’acte, pour son auteur.',
      resolve: ({ acte, userId, apiKeyId }) => `${acte}:${userId ?? apiKeyId ?? ''}`,
    }),
    uuid: t.field({
      type: 'UUID',
      description: 'Identifiant universel, celui que ses lignes portent.',
      resolve: ({ acte }) => acte,
    }),
    date: t.expose('at', { type: 'DateTime', description: 'Instant de l’acte.' }),
    auteur: t.exposeString('auteur', {
      nullable: true,
      description:
        'Nom de qui l’a fait, personne ou clé d’API ; null si ce n’est personne, ou s’il n’a plus de compte.',
    }),
    origine: t.expose('origine', { type: JournalOrigineEnum, description: 'Par où il est venu.' }),
    nombre: t.exposeInt('nombre', { description: 'Lignes que vous pouvez lire. Exemple : 3242.' }),
    resume: t.expose('resume', {
      type: [JournalResume],
      description:
        'Ces lignes, comptées par objet et par opération, une centaine au plus ; les plus nombreuses d’abord.',
    }),
    lignes: t.field({
      type: [JournalEntryType],
      description: `Ces lignes dans leur ordre, s’il y en a ${MAX_LIGNES} au plus ; aucune sinon : le champ journal les donne, avec la condition acte.`,
      resolve: ({ lignes }) => lignes,
    }),
  }),
})
