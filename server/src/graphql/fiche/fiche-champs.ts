import { Prisma } from '@pupitre/prisma'
import { publicFichesSql, readableFichesSql, readablePlacesSql } from '../../domain/rights/readable-sql.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { saysSomethingSql } from './fiche-champs-propres.ts'

/** Of a table of the lines of fiches. */
const lineOf = (table: Prisma.Sql) => () =>
  Prisma.sql`EXISTS (SELECT 1 FROM ${table} WHERE ${table}.fiche_id = fiche.id OFFSET 0)`

const column = (name: Prisma.Sql) => () => Prisma.sql`fiche.${name} IS NOT NULL`

const texte = (field: string) => () =>
  Prisma.sql`EXISTS (SELECT 1 FROM fiche_text WHERE fiche_text.fiche_id = fiche.id AND fiche_text.field = ${field} AND btrim(fiche_text.plain) <> '' OFFSET 0)`

const labels = (genre: string) => () =>
  Prisma.sql`EXISTS (SELECT 1 FROM fiche_label WHERE fiche_label.fiche_id = fiche.id AND fiche_label.genre = ${genre}::"LabelGenre" OFFSET 0)`

/** An end that the viewer may not read is not there. */
const liens = (viewer: Viewer | null) => Prisma.sql`EXISTS (
  SELECT 1 FROM (
    SELECT lien.autre_id AS id FROM lien WHERE lien.fiche_id = fiche.id
    UNION ALL SELECT lien.fiche_id FROM lien WHERE lien.autre_id = fiche.id
  ) AS autre
  WHERE EXISTS (SELECT 1 FROM fiche WHERE fiche.id = autre.id AND (${readableFichesSql(viewer)} OR ${publicFichesSql()}) OFFSET 0) OFFSET 0)`

const emplacements = (viewer: Viewer | null) => Prisma.sql`EXISTS (
  SELECT 1 FROM placement
    JOIN plan ON plan.id = placement.plan_id
    LEFT JOIN axe ON axe.id = placement.axe_id
  WHERE placement.fiche_id = fiche.id AND ${readablePlacesSql(viewer)} OFFSET 0)`

/** What a fiche may have or lack: its words, and how it is said of a query which calls them `fiche`, as the viewer reads it. */
const CHAMPS = {
  STATUT: { description: 'Un statut.', given: column(Prisma.sql`statut`) },
  PRIORITE: { description: 'Une priorité.', given: column(Prisma.sql`priorite`) },
  DATE_DEBUT: { description: 'Un premier jour.', given: column(Prisma.sql`date_debut`) },
  DATE_FIN: { description: 'Un dernier jour.', given: column(Prisma.sql`date_fin`) },
  CALENDRIER: { description: 'Un calendrier.', given: column(Prisma.sql`calendrier`) },
  TEMPS_DE_MISE_EN_OEUVRE: {
    description: 'Un temps de mise en œuvre.',
    given: column(Prisma.sql`temps_de_mise_en_oeuvre`),
  },
  PARTICIPATION_CITOYENNE: {
    description: 'Une participation citoyenne.',
    given: column(Prisma.sql`participation_citoyenne`),
  },
  DESCRIPTION: { description: 'Une description.', given: texte('description') },
  OBJECTIFS: { description: 'Des objectifs.', given: texte('objectifs') },
  MOYENS: { description: 'Des moyens humains et techniques.', given: texte('moyens') },
  FINANCEMENTS: { description: 'Des financements, en texte.', given: texte('financements') },
  SERVICES: { description: 'Un service qui la pilote.', given: lineOf(Prisma.sql`fiche_service`) },
  PILOTES: { description: 'Un pilote.', given: lineOf(Prisma.sql`fiche_pilote`) },
  REFERENTS: { description: 'Un référent.', given: lineOf(Prisma.sql`fiche_referent`) },
  STRUCTURES: { description: 'Une structure.', given: labels('STRUCTURE') },
  PARTENAIRES: { description: 'Un partenaire.', given: labels('PARTENAIRE') },
  INSTANCES_GOUVERNANCE: { description: 'Une instance de gouvernance.', given: labels('INSTANCE_GOUVERNANCE') },
  TAGS: { description: 'Une étiquette.', given: labels('TAG') },
  CIBLES: { description: 'Une cible.', given: lineOf(Prisma.sql`fiche_cible`) },
  EFFETS_ATTENDUS: { description: 'Un effet attendu.', given: lineOf(Prisma.sql`fiche_effet_attendu`) },
  THEMATIQUES: { description: 'Une thématique.', given: lineOf(Prisma.sql`fiche_thematique`) },
  SOUS_THEMATIQUES: { description: 'Une sous-thématique.', given: lineOf(Prisma.sql`fiche_sous_thematique`) },
  MESURES_LIEES: { description: 'Une mesure d’un référentiel.', given: lineOf(Prisma.sql`mesure_liee`) },
  CHAMPS_PROPRES: {
    description: 'Un champ propre à un plan que vous pouvez lire, rempli.',
    given: (viewer) => saysSomethingSql(viewer),
  },
  BUDGETS: { description: 'Une ligne de budget.', given: lineOf(Prisma.sql`ligne_budget`) },
  FINANCEURS: { description: 'Un financeur.', given: lineOf(Prisma.sql`ligne_financeur`) },
  INDICATEURS: {
    description: 'Un indicateur.',
    given: () => Prisma.sql`EXISTS (
      SELECT 1 FROM fiche_indicateur JOIN indicateur ON indicateur.id = fiche_indicateur.indicateur_id
      WHERE fiche_indicateur.fiche_id = fiche.id AND indicateur.suppression_id IS NULL OFFSET 0)`,
  },
  NOTES_SUIVI: {
    description: 'Une note de suivi.',
    given: () =>
      Prisma.sql`EXISTS (SELECT 1 FROM note_suivi WHERE note_suivi.fiche_id = fiche.id AND note_suivi.suppression_id IS NULL OFFSET 0)`,
  },
  SOUS_ACTIONS: {
    description: 'Une sous-action.',
    given: () =>
      Prisma.sql`EXISTS (SELECT 1 FROM fiche AS enfant WHERE enfant.parent_id = fiche.id AND enfant.suppression_id IS NULL OFFSET 0)`,
  },
  LIENS: { description: 'Un lien vers une fiche que vous pouvez lire.', given: liens },
  EMPLACEMENTS: { description: 'Une place dans un plan que vous pouvez lire.', given: emplacements },
} as const satisfies Record<string, { description: string; given: (viewer: Viewer | null) => Prisma.Sql }>

type FicheChamp = keyof typeof CHAMPS

export const FICHE_CHAMPS = Object.keys(CHAMPS).filter((name): name is FicheChamp => name in CHAMPS)

export const FicheChampEnum = builder.enumType('FicheChamp', {
  description: 'Ce qu’une fiche peut avoir ou non.',
  values: describedChamps(),
})

function describedChamps(): Record<FicheChamp, { description: string }> {
  return CHAMPS
}

/** Fiches which have each of some things, and none of others. */
export function champsConditions(
  { avec, sans }: { avec?: readonly FicheChamp[] | null | undefined; sans?: readonly FicheChamp[] | null | undefined },
  viewer: Viewer | null,
): Prisma.Sql[] {
  const given = (champs: readonly FicheChamp[] | null | undefined) =>
    [...new Set(champs ?? [])].map((champ) => CHAMPS[champ].given(viewer))
  return [...given(avec), ...given(sans).map((condition) => Prisma.sql`NOT (${condition})`)]
}
