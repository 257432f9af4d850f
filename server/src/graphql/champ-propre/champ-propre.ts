import { encodeGlobalID } from '@pothos/plugin-relay'
import { MAX_CHAMPS, MAX_CHOIX } from '../../domain/champ-propre/champ-rules.ts'
import { visibleChampsPropres, visibleFiches } from '../../domain/rights/visible.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { ChampPropreTypeEnum } from '../enums.ts'
import { FicheType } from '../fiche/fiche.ts'
import { wellFormedUuid } from '../global-id.ts'
import { PlanObject } from '../plan/plan.ts'
import type { FicheChamp } from './fiche-champs-loader.ts'

const ORDER = [{ position: 'asc' as const }, { id: 'asc' as const }]

/** A count tells of no fiche that its reader may not read. */
const countOfReadable = (viewer: Viewer | null) => ({
  _count: { select: { valeurs: { where: { fiche: visibleFiches(viewer) } } } },
})

const ChoixObject = builder.prismaNode('ChampPropreChoix', {
  description: 'Une réponse qu’un champ de type choix propose.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [{ champ: visibleChampsPropres(viewer) }] }),
  fields: (t) => ({
    nom: t.exposeString('nom', { description: 'La réponse.' }),
    valeursCount: t.int({
      description: 'Nombre de fiches, parmi celles que vous pouvez lire, qui l’ont choisie.',
      select: (_args, { viewer }) => countOfReadable(viewer),
      resolve: ({ _count }) => _count.valeurs,
    }),
  }),
})

builder.prismaNode('ChampPropre', {
  description: 'Un champ qu’un plan ajoute à ses propres fiches.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleChampsPropres(viewer)] }),
  fields: (t) => ({
    nom: t.exposeString('nom', { description: 'Nom du champ.' }),
    type: t.expose('type', { type: ChampPropreTypeEnum, description: 'Ce qu’il contient.' }),
    plan: t.relation('plan', { description: 'Le plan dont c’est un champ.' }),
    choix: t.relation('choix', {
      description: `Les réponses d’un champ de type choix, ${MAX_CHOIX} au plus, dans l’ordre ; aucune pour les autres.`,
      query: { orderBy: ORDER },
    }),
    valeursCount: t.int({
      description: 'Nombre de fiches, parmi celles que vous pouvez lire, qui ont une valeur dans ce champ.',
      select: (_args, { viewer }) => countOfReadable(viewer),
      resolve: ({ _count }) => _count.valeurs,
    }),
  }),
})

builder.prismaObjectField(PlanObject, 'champsPropres', (t) =>
  t.relation('champsPropres', {
    description: `Les champs que le plan ajoute à ses fiches, ${MAX_CHAMPS} au plus, dans l’ordre.`,
    query: { orderBy: ORDER },
  }),
)

const FicheChampPropre = builder.objectRef<FicheChamp>('FicheChampPropre').implement({
  description:
    'Ce qu’une fiche dit dans un champ propre à un plan qui la tient : une valeur au plus, du type du champ.',
  fields: (t) => ({
    champId: t.id({
      description: 'Identifiant du champ : celui d’un ChampPropre.',
      resolve: ({ champ }) => encodeGlobalID('ChampPropre', champ.id),
    }),
    nom: t.string({ description: 'Nom du champ.', resolve: ({ champ }) => champ.nom }),
    type: t.field({ type: ChampPropreTypeEnum, description: 'Ce qu’il contient.', resolve: ({ champ }) => champ.type }),
    choixPossibles: t.field({
      type: [ChoixObject],
      description: 'Les réponses d’un champ de type choix, dans l’ordre ; aucune pour les autres.',
      resolve: ({ champ }) => champ.choix,
    }),
    texte: t.string({
      nullable: true,
      description: 'La valeur d’un champ de type texte.',
      resolve: ({ valeur }) => valeur?.texte ?? null,
    }),
    nombre: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'La valeur d’un champ de type nombre.',
      resolve: ({ valeur }) => valeur?.nombre ?? null,
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'La valeur d’un champ de type date.',
      resolve: ({ valeur }) => valeur?.date ?? null,
    }),
    choix: t.field({
      type: ChoixObject,
      nullable: true,
      description: 'La réponse choisie d’un champ de type choix.',
      resolve: ({ valeur }) => valeur?.choix ?? null,
    }),
  }),
})

builder.prismaObjectField(FicheType, 'champsPropres', (t) =>
  t.field({
    type: [FicheChampPropre],
    description: 'Ce que la fiche dit dans les champs propres aux plans qui la tiennent et que vous pouvez lire.',
    select: { id: true },
    resolve: ({ id }, _args, { loaders }) => loaders.ficheChamps.load(id),
  }),
)
