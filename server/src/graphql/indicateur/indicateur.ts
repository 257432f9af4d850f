import { mayInCollectivite } from '../../domain/rights/may.ts'
import { visibleAxes, visibleFiches, visibleIndicateurs } from '../../domain/rights/visible.ts'
import { AxeType } from '../axe/axe.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { builder } from '../builder.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { PeriodiciteEnum } from '../enums.ts'
import { FicheType } from '../fiche/fiche.ts'
import { wellFormedUuid } from '../global-id.ts'
import { valeurList } from './indicateur-list.ts'
import { ValeurConnection, ValeurType } from './valeur.ts'

export const IndicateurType = builder.prismaNode('Indicateur', {
  description: 'Ce qu’une collectivité mesure : une définition et des valeurs datées.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleIndicateurs(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    nom: t.exposeString('nom', { description: 'Nom. Exemple : Consommation d’énergie finale.' }),
    description: t.exposeString('description', {
      description: 'Définition : ce qui est mesuré, comment, d’après quelle source ; vide si elle n’est pas dite.',
    }),
    unite: t.exposeString('unite', { description: 'Unité. Exemple : tCO₂e. Vide s’il n’y en a pas.' }),
    periodicite: t.expose('periodicite', { type: PeriodiciteEnum, description: 'Une valeur par an, ou par mois.' }),
    collectivite: t.relation('collectivite', { description: 'Collectivité qui porte l’indicateur.' }),
    valeurs: t.connection(
      {
        type: ValeurType,
        description: 'Ses valeurs, une au plus par période, de la plus ancienne à la plus récente.',
        select: (args, _context, nestedSelection) => ({
          valeurs: wholeRows(nestedSelection(pageQuery({ list: valeurList, args, within: [] }), ['edges', 'node'])),
        }),
        resolve: ({ valeurs }, args) => pageOf({ list: valeurList, args }, valeurs),
      },
      ValeurConnection,
    ),
    fiches: t.field({
      type: [FicheType],
      description: 'Les fiches liées que vous pouvez lire, 500 au plus, par titre.',
      select: (_args, { viewer }, nestedSelection) => ({
        fiches: {
          where: { fiche: visibleFiches(viewer) },
          orderBy: [{ fiche: { titre: 'asc' } }, { ficheId: 'asc' }],
          select: { fiche: nestedSelection(true) },
        },
      }),
      resolve: ({ fiches }) => fiches.map(({ fiche }) => fiche),
    }),
    axes: t.field({
      type: [AxeType],
      description: 'Les axes liés que vous pouvez lire, 500 au plus, par nom.',
      select: (_args, { viewer }, nestedSelection) => ({
        axes: {
          where: { axe: visibleAxes(viewer) },
          orderBy: [{ axe: { nom: 'asc' } }, { axeId: 'asc' }],
          select: { axe: nestedSelection(true) },
        },
      }),
      resolve: ({ axes }) => axes.map(({ axe }) => axe),
    }),
    viewerCanUpdate: t.boolean({
      description: 'Vrai si vous pouvez modifier cet indicateur et ses valeurs.',
      select: { collectiviteId: true },
      resolve: (indicateur, _args, { viewer }) => mayInCollectivite(viewer, 'editIndicateur', indicateur),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Création de l’indicateur.' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'Dernier changement de la définition ; les valeurs n’y comptent pas.',
    }),
  }),
})

export const IndicateurConnection = builder.connectionObject(
  { type: IndicateurType, name: 'IndicateurConnection', description: 'Une page d’indicateurs.' },
  { name: 'IndicateurEdge', description: 'Un indicateur dans une page.' },
)
