import { embedReference } from '@pupitre/document'
import { readableMembres, readableServices } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject, nomHolds } from '../collectivite/collectivite.ts'
import { MentionGenreEnum } from './fil-enums.ts'

/** People offered, and services: what a list under the caret shows. */
const MAX_OFFERED = 8

const MentionableObject = builder
  .objectRef<{ kind: 'user' | 'service'; uuid: string; nom: string }>('Mentionnable')
  .implement({
    description: 'Une personne ou un service qu’un commentaire peut nommer.',
    fields: (t) => ({
      reference: t.string({
        description: 'Ce qui le nomme dans un texte, entre chevrons. Exemple : pupitre:user/<uuid>.',
        resolve: ({ kind, uuid: id }) => embedReference({ mention: { kind, id } }),
      }),
      genre: t.field({
        type: MentionGenreEnum,
        description: 'Ce que c’est.',
        resolve: ({ kind }) => (kind === 'user' ? 'PERSONNE' : 'SERVICE'),
      }),
      nom: t.exposeString('nom', { description: 'Son nom.' }),
    }),
  })

builder.prismaObjectField(CollectiviteObject, 'mentionnables', (t) =>
  t.field({
    type: [MentionableObject],
    description: `Les membres, puis les services, dont le nom contient cela, ${MAX_OFFERED} des uns et ${MAX_OFFERED} des autres au plus, par nom ; aucun pour qui n’est pas membre.`,
    args: {
      recherche: t.arg.string({
        description: 'Ce que le nom contient, sans tenir compte des accents ni des majuscules.',
      }),
    },
    select: ({ recherche }, { viewer }) => ({
      personnes: {
        where: { membre: readableMembres(viewer), ...nomHolds(recherche) },
        orderBy: [{ nomNormalise: 'asc' }, { id: 'asc' }],
        take: MAX_OFFERED,
        select: { nom: true, membre: { select: { userId: true } } },
      },
      services: {
        where: {
          AND: [readableServices(viewer), { collectivite: { membres: { some: readableMembres(viewer) } } }],
          ...nomHolds(recherche),
        },
        orderBy: [{ nomNormalise: 'asc' }, { id: 'asc' }],
        take: MAX_OFFERED,
        select: { id: true, nom: true },
      },
    }),
    resolve: ({ personnes, services }) => [
      ...personnes.flatMap(({ nom, membre }) => (membre ? [{ kind: 'user' as const, uuid: membre.userId, nom }] : [])),
      ...services.map(({ id, nom }) => ({ kind: 'service' as const, uuid: id, nom })),
    ],
  }),
)
