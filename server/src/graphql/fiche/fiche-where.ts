import { Prisma } from '@pupitre/prisma'
import { MAX_CHAMPS } from '../../domain/champ-propre/champ-rules.ts'
import { ownFichesSql, ownServicesFichesSql, sharedFichesSql } from '../../domain/rights/own-fiches-sql.ts'
import { readablePlacesSql } from '../../domain/rights/readable-sql.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import {
  CibleFilter,
  DateFilter,
  EffetAttenduFilter,
  IdFilter,
  ParticipationCitoyenneFilter,
  PrioriteFilter,
  SousThematiqueFilter,
  StatutFilter,
  StringFilter,
  TempsDeMiseEnOeuvreFilter,
  ThematiqueFilter,
  UUIDS_ALLOWED,
} from '../filter/comparators.ts'
import { amongConditions, uuidsAllowed } from '../filter/conditions.ts'
import { amongUuidsSql, dateSql, textSql, valueSql } from '../filter/sql-conditions.ts'
import { champsConditions, FicheChampEnum } from './fiche-champs.ts'
import { ChampPropreWhere, ofChampsPropres } from './fiche-champs-propres.ts'
import { ofObjects, ofValues } from './fiche-members.ts'
import { enRetardSql, foundSql } from './fiche-states.ts'

const FichePourMoi = builder.enumType('FichePourMoi', {
  description: 'Ce qui fait d’une fiche l’une des vôtres.',
  values: {
    PERSONNELLES: { description: 'Vous en êtes pilote ou référent.' },
    SERVICES: { description: 'L’un de vos services la pilote, sans que vous en soyez pilote ou référent.' },
    PARTAGEES: {
      description: 'Elle est d’une collectivité dont vous n’êtes pas, et un accès vous l’ouvre, à elle seule.',
    },
  } as const,
})

export const FicheWhere = builder.inputType('FicheWhere', {
  description: 'Conditions sur des fiches ; toutes valent ensemble.',
  fields: (t) => ({
    collectivite: t.field({ type: IdFilter, description: 'La collectivité qui porte la fiche.' }),
    plan: t.field({ type: IdFilter, description: 'Un plan où la fiche a une place.' }),
    axe: t.field({ type: IdFilter, description: 'Un axe où la fiche a une place, sans ceux qu’il contient.' }),
    service: t.field({ type: IdFilter, description: 'Un service qui pilote la fiche.' }),
    pourMoi: t.field({ type: FichePourMoi, description: 'Celles qui sont les vôtres.' }),
    uuid: t.field({ type: ['UUID'], description: UUIDS_ALLOWED }),
    titre: t.field({ type: StringFilter, description: 'Le titre.' }),
    recherche: t.string({
      description:
        'Des mots que ses textes contiennent tous, comme dans searchFiches ; 200 caractères au plus. Sans mot, tout convient.',
    }),
    statut: t.field({ type: StatutFilter, description: 'Le statut.' }),
    achevee: t.boolean({ description: 'Vrai pour celles qui sont réalisées ou abandonnées, faux pour les autres.' }),
    priorite: t.field({ type: PrioriteFilter, description: 'La priorité.' }),
    dateDebut: t.field({ type: DateFilter, description: 'Le premier jour.' }),
    dateFin: t.field({ type: DateFilter, description: 'Le dernier jour.' }),
    enRetard: t.boolean({
      description: 'Vrai : le dernier jour est passé, sans qu’elle soit réalisée ni abandonnée. Faux : les autres.',
    }),
    ameliorationContinue: t.boolean({ description: 'Vrai : elle se répète tous les ans. Faux : non.' }),
    restreinte: t.boolean({ description: 'Vrai : elle est restreinte. Faux : elle suit ses plans.' }),
    tempsDeMiseEnOeuvre: t.field({ type: TempsDeMiseEnOeuvreFilter, description: 'Le temps de mise en œuvre.' }),
    participationCitoyenne: t.field({
      type: ParticipationCitoyenneFilter,
      description: 'La participation citoyenne.',
    }),
    cible: t.field({ type: CibleFilter, description: 'Une cible.' }),
    effetAttendu: t.field({ type: EffetAttenduFilter, description: 'Un effet attendu.' }),
    thematique: t.field({ type: ThematiqueFilter, description: 'Une thématique.' }),
    sousThematique: t.field({ type: SousThematiqueFilter, description: 'Une sous-thématique.' }),
    pilote: t.field({ type: IdFilter, description: 'Une personne qui pilote la fiche.' }),
    referent: t.field({ type: IdFilter, description: 'Une personne qui en répond.' }),
    structure: t.field({ type: IdFilter, description: 'Une structure.' }),
    partenaire: t.field({ type: IdFilter, description: 'Un partenaire.' }),
    instanceGouvernance: t.field({ type: IdFilter, description: 'Une instance de gouvernance.' }),
    tag: t.field({ type: IdFilter, description: 'Une étiquette.' }),
    financeur: t.field({ type: IdFilter, description: 'Un financeur.' }),
    indicateur: t.field({ type: IdFilter, description: 'Un indicateur lié.' }),
    champsPropres: t.field({
      type: [ChampPropreWhere],
      description: `Ce qu’elle dit dans des champs propres, ${MAX_CHAMPS} au plus : tout cela.`,
    }),
    avec: t.field({ type: [FicheChampEnum], description: 'Ce qu’elle a : tout cela.' }),
    sans: t.field({ type: [FicheChampEnum], description: 'Ce qu’elle n’a pas : rien de cela.' }),
  }),
})

const POUR_MOI = { PERSONNELLES: ownFichesSql, SERVICES: ownServicesFichesSql, PARTAGEES: sharedFichesSql }

const acheveeSql = Prisma.sql`(fiche.statut IS NOT NULL AND fiche.statut IN ('REALISE', 'ABANDONNE'))`

/**
 * What is asked of fiches, of a query which calls them `fiche`, beside what the viewer may read. A place counts only in a plan that they may read.
 * As an array, those of a service or a plan are read by their index, and then by their ids, never with the whole table.
 */
export function ficheConditions(
  where: typeof FicheWhere.$inferInput | null | undefined,
  viewer: Viewer | null,
): Prisma.Sql[] {
  const live = Prisma.sql`fiche.suppression_id IS NULL`
  if (!where) return [live]
  const placed = (column: Prisma.Sql, uuids: string[] | undefined) =>
    amongUuidsSql(column, uuids).map(
      (among) => Prisma.sql`fiche.id = ANY (ARRAY(
        SELECT placement.fiche_id FROM placement
        WHERE ${among} AND EXISTS (
          SELECT 1 FROM plan LEFT JOIN axe ON axe.id = placement.axe_id
          WHERE plan.id = placement.plan_id AND ${readablePlacesSql(viewer)} OFFSET 0)))`,
    )
  return [
    live,
    ...amongUuidsSql(Prisma.sql`fiche.collectivite_id`, uuidsAllowed('Collectivite', where.collectivite)),
    ...placed(Prisma.sql`placement.plan_id`, uuidsAllowed('Plan', where.plan)),
    ...placed(Prisma.sql`placement.axe_id`, uuidsAllowed('Axe', where.axe)),
    ...ofObjects(where),
    ...ofValues(where),
    ...ofChampsPropres(where.champsPropres, viewer),
    ...champsConditions(where, viewer),
    ...foundSql(where.recherche, viewer),
    ...(where.pourMoi ? [POUR_MOI[where.pourMoi](viewer)] : []),
    ...amongConditions(where.uuid).flatMap((uuids) => amongUuidsSql(Prisma.sql`fiche.id`, uuids.in)),
    ...textSql(Prisma.sql`fiche.titre`, where.titre),
    ...valueSql(Prisma.sql`fiche.statut`, { filter: where.statut, type: Prisma.sql`"Statut"` }),
    ...(where.achevee == null ? [] : [Prisma.sql`${acheveeSql} = ${where.achevee}`]),
    ...valueSql(Prisma.sql`fiche.priorite`, { filter: where.priorite, type: Prisma.sql`"Priorite"` }),
    ...dateSql(Prisma.sql`fiche.date_debut`, where.dateDebut),
    ...dateSql(Prisma.sql`fiche.date_fin`, where.dateFin),
    ...(where.enRetard == null ? [] : [Prisma.sql`${enRetardSql} = ${where.enRetard}`]),
    ...(where.ameliorationContinue == null
      ? []
      : [Prisma.sql`fiche.amelioration_continue = ${where.ameliorationContinue}`]),
    ...(where.restreinte == null ? [] : [Prisma.sql`fiche.restreinte = ${where.restreinte}`]),
  ]
}
