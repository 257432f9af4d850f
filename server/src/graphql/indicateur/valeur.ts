import { belongsTo } from '../../domain/rights/may.ts'
import { builder } from '../builder.ts'

export const ValeurType = builder.prismaObject('IndicateurValeur', {
  description: 'Ce qui était visé et ce qui a été mesuré pendant une période.',
  fields: (t) => ({
    periode: t.expose('periode', { type: 'Date', description: 'Premier jour de l’année ou du mois.' }),
    objectif: t.expose('objectif', {
      type: 'Decimal',
      nullable: true,
      description: 'Valeur visée ; null si elle n’est pas dite.',
    }),
    realise: t.expose('realise', {
      type: 'Decimal',
      nullable: true,
      description: 'Valeur mesurée ; null si elle n’est pas dite.',
    }),
    commentaire: t.exposeString('commentaire', { description: 'Ce qui est à savoir de cette valeur ; vide sinon.' }),
    auteur: t.string({
      nullable: true,
      description:
        'Nom de qui l’a changée en dernier ; null pour le serveur lui-même, ou pour qui ne la lit que parce qu’elle est publique, sauf si la collectivité montre les noms.',
      select: { updatedBy: { select: { name: true } }, indicateur: { select: { collectiviteId: true } } },
      resolve: ({ indicateurId, periode, updatedBy, indicateur }, _args, { viewer, loaders }) =>
        belongsTo(viewer, indicateur)
          ? (updatedBy?.name ?? null)
          : loaders.valeurAuteurs.load({ indicateurId, periode }),
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'Dernier changement.' }),
  }),
})

export const ValeurConnection = builder.connectionObject(
  { type: ValeurType, name: 'IndicateurValeurConnection', description: 'Une page de valeurs.' },
  { name: 'IndicateurValeurEdge', description: 'Une valeur dans une page.' },
)
