-- CreateEnum
CREATE TYPE "LabelGenre" AS ENUM ('STRUCTURE', 'PARTENAIRE', 'INSTANCE_GOUVERNANCE', 'TAG', 'FINANCEUR');

-- CreateEnum
CREATE TYPE "SuppressionKind" AS ENUM ('PLAN', 'AXE', 'FICHE', 'NOTE', 'INDICATEUR');

-- CreateEnum
CREATE TYPE "PlanVisibilite" AS ENUM ('RESTREINT', 'COLLECTIVITE');

-- CreateEnum
CREATE TYPE "Ouverture" AS ENUM ('LIRE', 'COMMENTER', 'CONTRIBUER', 'EDITER');

-- CreateEnum
CREATE TYPE "ChampPropreType" AS ENUM ('TEXTE', 'NOMBRE', 'DATE', 'CHOIX');

-- CreateEnum
CREATE TYPE "TempsDeMiseEnOeuvre" AS ENUM ('MOINS_D_UN_AN', 'UN_A_DEUX_ANS', 'PLUS_DE_DEUX_ANS', 'NON_ESTIME');

-- CreateEnum
CREATE TYPE "ParticipationCitoyenne" AS ENUM ('PAS_DE_PARTICIPATION', 'INFORMATION', 'CONSULTATION', 'CONCERTATION', 'CO_CONSTRUCTION');

-- CreateEnum
CREATE TYPE "Cible" AS ENUM ('GRAND_PUBLIC', 'ASSOCIATIONS', 'PUBLIC_SCOLAIRE', 'AUTRES_COLLECTIVITES', 'ACTEURS_ECONOMIQUES', 'ACTEURS_ECONOMIQUES_PRIMAIRE', 'ACTEURS_ECONOMIQUES_SECONDAIRE', 'ACTEURS_ECONOMIQUES_TERTIAIRE', 'PARTENAIRES', 'COLLECTIVITE', 'ELUS_LOCAUX', 'AGENTS');

-- CreateEnum
CREATE TYPE "EffetAttendu" AS ENUM ('ADAPTATION_CHANGEMENT_CLIMATIQUE', 'ALLONGEMENT_DUREE_USAGE', 'QUALITE_AIR', 'ENERGIES_RENOUVELABLES', 'BIODIVERSITE', 'REDUCTION_CONSOMMATIONS_ENERGETIQUES', 'REDUCTION_DECHETS', 'REDUCTION_POLLUANTS_ATMOSPHERIQUES', 'REDUCTION_GAZ_EFFET_SERRE', 'SOBRIETE', 'RESSOURCES_AGRICOLES_FORESTIERES_AQUATIQUES', 'REGENERATION_SOLS', 'SECURITE_ALIMENTAIRE', 'STOCKAGE_CARBONE', 'LIMITATION_SECHERESSE', 'PREVENTION_INONDATIONS', 'CHANGEMENT_PRATIQUES', 'LIEN_SOCIAL', 'REDUCTION_SURFACES_IMPERMEABILISEES', 'REDUCTION_TAUX_MOTORISATION', 'SANTE', 'CADRE_DE_VIE', 'GAINS_ECONOMIQUES', 'LIMITATION_DEPLACEMENTS', 'EFFICACITE_ENERGETIQUE');

-- CreateEnum
CREATE TYPE "BudgetType" AS ENUM ('INVESTISSEMENT', 'FONCTIONNEMENT', 'NON_PRECISE');

-- CreateEnum
CREATE TYPE "BudgetUnite" AS ENUM ('EUROS_HT', 'ETP');

-- CreateEnum
CREATE TYPE "BudgetNature" AS ENUM ('PREVISIONNEL', 'REEL');

-- CreateEnum
CREATE TYPE "LienType" AS ENUM ('LIEE', 'DOUBLON', 'CONTRIBUE_A', 'DEPEND_DE');

-- CreateEnum
CREATE TYPE "Periodicite" AS ENUM ('ANNUELLE', 'MENSUELLE');

-- AlterTable
ALTER TABLE "axe" ADD COLUMN     "suppression_id" UUID;

-- AlterTable
ALTER TABLE "fiche" ADD COLUMN     "amelioration_continue" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "calendrier" TEXT,
ADD COLUMN     "parent_id" UUID,
ADD COLUMN     "participation_citoyenne" "ParticipationCitoyenne",
ADD COLUMN     "participation_detail" TEXT,
ADD COLUMN     "position" TEXT COLLATE "C",
ADD COLUMN     "restreinte" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "suppression_id" UUID,
ADD COLUMN     "temps_de_mise_en_oeuvre" "TempsDeMiseEnOeuvre";

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "date_debut" DATE,
ADD COLUMN     "date_fin" DATE,
ADD COLUMN     "niveaux" TEXT[] DEFAULT ARRAY['Axe', 'Sous-axe']::TEXT[],
ADD COLUMN     "ouverture" "Ouverture" NOT NULL DEFAULT 'EDITER',
ADD COLUMN     "suppression_id" UUID,
ADD COLUMN     "visibilite" "PlanVisibilite" NOT NULL DEFAULT 'COLLECTIVITE';

-- CreateTable
CREATE TABLE "personne" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "membre_id" UUID,
    "nom" TEXT NOT NULL,
    "nom_normalise" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "personne_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation_service" (
    "invitation_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,

    CONSTRAINT "invitation_service_pkey" PRIMARY KEY ("invitation_id","service_id")
);

-- CreateTable
CREATE TABLE "invitation_personne" (
    "invitation_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,

    CONSTRAINT "invitation_personne_pkey" PRIMARY KEY ("invitation_id","personne_id")
);

-- CreateTable
CREATE TABLE "label" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "genre" "LabelGenre" NOT NULL,
    "nom" TEXT NOT NULL,
    "nom_normalise" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "kind" "SuppressionKind" NOT NULL,
    "objet_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "deleted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_pilote" (
    "plan_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,

    CONSTRAINT "plan_pilote_pkey" PRIMARY KEY ("plan_id","personne_id")
);

-- CreateTable
CREATE TABLE "plan_referent" (
    "plan_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,

    CONSTRAINT "plan_referent_pkey" PRIMARY KEY ("plan_id","personne_id")
);

-- CreateTable
CREATE TABLE "champ_propre" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "type" "ChampPropreType" NOT NULL,
    "position" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "champ_propre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "champ_propre_choix" (
    "id" UUID NOT NULL,
    "champ_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "position" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "champ_propre_choix_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "champ_propre_valeur" (
    "fiche_id" UUID NOT NULL,
    "champ_id" UUID NOT NULL,
    "type" "ChampPropreType" NOT NULL,
    "texte" TEXT,
    "nombre" DECIMAL(65,30),
    "date" DATE,
    "choix_id" UUID,

    CONSTRAINT "champ_propre_valeur_pkey" PRIMARY KEY ("fiche_id","champ_id")
);

-- CreateTable
CREATE TABLE "fiche_pilote" (
    "fiche_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,

    CONSTRAINT "fiche_pilote_pkey" PRIMARY KEY ("fiche_id","personne_id")
);

-- CreateTable
CREATE TABLE "fiche_referent" (
    "fiche_id" UUID NOT NULL,
    "personne_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,

    CONSTRAINT "fiche_referent_pkey" PRIMARY KEY ("fiche_id","personne_id")
);

-- CreateTable
CREATE TABLE "fiche_label" (
    "fiche_id" UUID NOT NULL,
    "label_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "genre" "LabelGenre" NOT NULL,

    CONSTRAINT "fiche_label_pkey" PRIMARY KEY ("fiche_id","label_id")
);

-- CreateTable
CREATE TABLE "fiche_cible" (
    "fiche_id" UUID NOT NULL,
    "cible" "Cible" NOT NULL,

    CONSTRAINT "fiche_cible_pkey" PRIMARY KEY ("fiche_id","cible")
);

-- CreateTable
CREATE TABLE "fiche_effet_attendu" (
    "fiche_id" UUID NOT NULL,
    "effet" "EffetAttendu" NOT NULL,

    CONSTRAINT "fiche_effet_attendu_pkey" PRIMARY KEY ("fiche_id","effet")
);

-- CreateTable
CREATE TABLE "thematique" (
    "code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,

    CONSTRAINT "thematique_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "sous_thematique" (
    "code" TEXT NOT NULL,
    "thematique_code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,

    CONSTRAINT "sous_thematique_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "fiche_thematique" (
    "fiche_id" UUID NOT NULL,
    "thematique_code" TEXT NOT NULL,

    CONSTRAINT "fiche_thematique_pkey" PRIMARY KEY ("fiche_id","thematique_code")
);

-- CreateTable
CREATE TABLE "fiche_sous_thematique" (
    "fiche_id" UUID NOT NULL,
    "sous_thematique_code" TEXT NOT NULL,
    "thematique_code" TEXT NOT NULL,

    CONSTRAINT "fiche_sous_thematique_pkey" PRIMARY KEY ("fiche_id","sous_thematique_code")
);

-- CreateTable
CREATE TABLE "mesure_liee" (
    "id" UUID NOT NULL,
    "fiche_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "titre" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mesure_liee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ligne_budget" (
    "id" UUID NOT NULL,
    "fiche_id" UUID NOT NULL,
    "type" "BudgetType" NOT NULL,
    "unite" "BudgetUnite" NOT NULL,
    "nature" "BudgetNature" NOT NULL,
    "annee" INTEGER,
    "montant" DECIMAL(14,2) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ligne_budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ligne_financeur" (
    "id" UUID NOT NULL,
    "fiche_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "montant_ht" DECIMAL(14,2),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ligne_financeur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ligne_financeur_label" (
    "ligne_id" UUID NOT NULL,
    "label_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "genre" "LabelGenre" NOT NULL DEFAULT 'FINANCEUR',

    CONSTRAINT "ligne_financeur_label_pkey" PRIMARY KEY ("ligne_id","label_id")
);

-- CreateTable
CREATE TABLE "note_suivi" (
    "id" UUID NOT NULL,
    "fiche_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "suppression_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_suivi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lien" (
    "id" UUID NOT NULL,
    "fiche_id" UUID NOT NULL,
    "autre_id" UUID NOT NULL,
    "type" "LienType" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lien_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicateur" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "nom_normalise" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "unite" TEXT NOT NULL DEFAULT '',
    "periodicite" "Periodicite" NOT NULL DEFAULT 'ANNUELLE',
    "suppression_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "indicateur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicateur_valeur" (
    "indicateur_id" UUID NOT NULL,
    "periode" DATE NOT NULL,
    "objectif" DECIMAL(65,30),
    "realise" DECIMAL(65,30),
    "commentaire" TEXT NOT NULL DEFAULT '',
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "indicateur_valeur_pkey" PRIMARY KEY ("indicateur_id","periode")
);

-- CreateTable
CREATE TABLE "fiche_indicateur" (
    "fiche_id" UUID NOT NULL,
    "indicateur_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,

    CONSTRAINT "fiche_indicateur_pkey" PRIMARY KEY ("fiche_id","indicateur_id")
);

-- CreateTable
CREATE TABLE "axe_indicateur" (
    "axe_id" UUID NOT NULL,
    "indicateur_id" UUID NOT NULL,

    CONSTRAINT "axe_indicateur_pkey" PRIMARY KEY ("axe_id","indicateur_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "personne_collectivite_id_nom_normalise_membre_id_key" ON "personne"("collectivite_id", "nom_normalise", "membre_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "personne_membre_id_collectivite_id_key" ON "personne"("membre_id", "collectivite_id");

-- CreateIndex
CREATE UNIQUE INDEX "personne_id_collectivite_id_key" ON "personne"("id", "collectivite_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_collectivite_id_email_idx" ON "invitation"("collectivite_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_id_collectivite_id_key" ON "invitation"("id", "collectivite_id");

-- CreateIndex
CREATE INDEX "invitation_service_service_id_idx" ON "invitation_service"("service_id");

-- CreateIndex
CREATE INDEX "invitation_personne_personne_id_idx" ON "invitation_personne"("personne_id");

-- CreateIndex
CREATE UNIQUE INDEX "label_collectivite_id_genre_nom_normalise_key" ON "label"("collectivite_id", "genre", "nom_normalise");

-- CreateIndex
CREATE UNIQUE INDEX "label_id_collectivite_id_genre_key" ON "label"("id", "collectivite_id", "genre");

-- CreateIndex
CREATE INDEX "suppression_collectivite_id_created_at_id_idx" ON "suppression"("collectivite_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "plan_pilote_personne_id_idx" ON "plan_pilote"("personne_id");

-- CreateIndex
CREATE INDEX "plan_referent_personne_id_idx" ON "plan_referent"("personne_id");

-- CreateIndex
CREATE INDEX "champ_propre_plan_id_position_id_idx" ON "champ_propre"("plan_id", "position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "champ_propre_id_type_key" ON "champ_propre"("id", "type");

-- CreateIndex
CREATE INDEX "champ_propre_choix_champ_id_position_id_idx" ON "champ_propre_choix"("champ_id", "position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "champ_propre_choix_id_champ_id_key" ON "champ_propre_choix"("id", "champ_id");

-- CreateIndex
CREATE INDEX "champ_propre_valeur_champ_id_idx" ON "champ_propre_valeur"("champ_id");

-- CreateIndex
CREATE INDEX "fiche_pilote_personne_id_idx" ON "fiche_pilote"("personne_id");

-- CreateIndex
CREATE INDEX "fiche_referent_personne_id_idx" ON "fiche_referent"("personne_id");

-- CreateIndex
CREATE INDEX "fiche_label_label_id_idx" ON "fiche_label"("label_id");

-- CreateIndex
CREATE UNIQUE INDEX "thematique_nom_key" ON "thematique"("nom");

-- CreateIndex
CREATE UNIQUE INDEX "sous_thematique_code_thematique_code_key" ON "sous_thematique"("code", "thematique_code");

-- CreateIndex
CREATE UNIQUE INDEX "sous_thematique_thematique_code_nom_key" ON "sous_thematique"("thematique_code", "nom");

-- CreateIndex
CREATE INDEX "fiche_thematique_thematique_code_idx" ON "fiche_thematique"("thematique_code");

-- CreateIndex
CREATE INDEX "fiche_sous_thematique_sous_thematique_code_idx" ON "fiche_sous_thematique"("sous_thematique_code");

-- CreateIndex
CREATE INDEX "fiche_sous_thematique_fiche_id_thematique_code_idx" ON "fiche_sous_thematique"("fiche_id", "thematique_code");

-- CreateIndex
CREATE UNIQUE INDEX "mesure_liee_fiche_id_code_titre_key" ON "mesure_liee"("fiche_id", "code", "titre");

-- CreateIndex
CREATE UNIQUE INDEX "ligne_budget_fiche_id_type_unite_nature_annee_key" ON "ligne_budget"("fiche_id", "type", "unite", "nature", "annee") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "ligne_financeur_fiche_id_created_at_id_idx" ON "ligne_financeur"("fiche_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ligne_financeur_id_collectivite_id_key" ON "ligne_financeur"("id", "collectivite_id");

-- CreateIndex
CREATE INDEX "ligne_financeur_label_label_id_idx" ON "ligne_financeur_label"("label_id");

-- CreateIndex
CREATE INDEX "note_suivi_fiche_id_date_id_idx" ON "note_suivi"("fiche_id", "date", "id");

-- CreateIndex
CREATE INDEX "note_suivi_suppression_id_idx" ON "note_suivi"("suppression_id");

-- CreateIndex
CREATE INDEX "lien_autre_id_idx" ON "lien"("autre_id");

-- CreateIndex
CREATE UNIQUE INDEX "lien_fiche_id_autre_id_type_key" ON "lien"("fiche_id", "autre_id", "type");

-- CreateIndex
CREATE INDEX "indicateur_collectivite_id_nom_id_idx" ON "indicateur"("collectivite_id", "nom", "id");

-- CreateIndex
CREATE INDEX "indicateur_collectivite_id_nom_normalise_idx" ON "indicateur"("collectivite_id", "nom_normalise");

-- CreateIndex
CREATE INDEX "indicateur_suppression_id_idx" ON "indicateur"("suppression_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicateur_id_collectivite_id_key" ON "indicateur"("id", "collectivite_id");

-- CreateIndex
CREATE INDEX "fiche_indicateur_indicateur_id_idx" ON "fiche_indicateur"("indicateur_id");

-- CreateIndex
CREATE INDEX "axe_indicateur_indicateur_id_idx" ON "axe_indicateur"("indicateur_id");

-- CreateIndex
CREATE INDEX "axe_suppression_id_idx" ON "axe"("suppression_id");

-- CreateIndex
CREATE INDEX "fiche_parent_id_position_id_idx" ON "fiche"("parent_id", "position", "id");

-- CreateIndex
CREATE INDEX "fiche_suppression_id_idx" ON "fiche"("suppression_id");

-- CreateIndex
CREATE INDEX "plan_suppression_id_idx" ON "plan"("suppression_id");

-- AddForeignKey
ALTER TABLE "personne" ADD CONSTRAINT "personne_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personne" ADD CONSTRAINT "personne_membre_id_collectivite_id_fkey" FOREIGN KEY ("membre_id", "collectivite_id") REFERENCES "membre"("id", "collectivite_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_service" ADD CONSTRAINT "invitation_service_invitation_id_collectivite_id_fkey" FOREIGN KEY ("invitation_id", "collectivite_id") REFERENCES "invitation"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_service" ADD CONSTRAINT "invitation_service_service_id_collectivite_id_fkey" FOREIGN KEY ("service_id", "collectivite_id") REFERENCES "service"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_personne" ADD CONSTRAINT "invitation_personne_invitation_id_collectivite_id_fkey" FOREIGN KEY ("invitation_id", "collectivite_id") REFERENCES "invitation"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_personne" ADD CONSTRAINT "invitation_personne_personne_id_collectivite_id_fkey" FOREIGN KEY ("personne_id", "collectivite_id") REFERENCES "personne"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label" ADD CONSTRAINT "label_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_deleted_by_id_fkey" FOREIGN KEY ("deleted_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_suppression_id_fkey" FOREIGN KEY ("suppression_id") REFERENCES "suppression"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_pilote" ADD CONSTRAINT "plan_pilote_plan_id_collectivite_id_fkey" FOREIGN KEY ("plan_id", "collectivite_id") REFERENCES "plan"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_pilote" ADD CONSTRAINT "plan_pilote_personne_id_collectivite_id_fkey" FOREIGN KEY ("personne_id", "collectivite_id") REFERENCES "personne"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_referent" ADD CONSTRAINT "plan_referent_plan_id_collectivite_id_fkey" FOREIGN KEY ("plan_id", "collectivite_id") REFERENCES "plan"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_referent" ADD CONSTRAINT "plan_referent_personne_id_collectivite_id_fkey" FOREIGN KEY ("personne_id", "collectivite_id") REFERENCES "personne"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "champ_propre" ADD CONSTRAINT "champ_propre_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "champ_propre_choix" ADD CONSTRAINT "champ_propre_choix_champ_id_fkey" FOREIGN KEY ("champ_id") REFERENCES "champ_propre"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "champ_propre_valeur" ADD CONSTRAINT "champ_propre_valeur_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "champ_propre_valeur" ADD CONSTRAINT "champ_propre_valeur_champ_id_type_fkey" FOREIGN KEY ("champ_id", "type") REFERENCES "champ_propre"("id", "type") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "champ_propre_valeur" ADD CONSTRAINT "champ_propre_valeur_choix_id_champ_id_fkey" FOREIGN KEY ("choix_id", "champ_id") REFERENCES "champ_propre_choix"("id", "champ_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "axe" ADD CONSTRAINT "axe_suppression_id_fkey" FOREIGN KEY ("suppression_id") REFERENCES "suppression"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "fiche" ADD CONSTRAINT "fiche_parent_id_collectivite_id_fkey" FOREIGN KEY ("parent_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "fiche" ADD CONSTRAINT "fiche_suppression_id_fkey" FOREIGN KEY ("suppression_id") REFERENCES "suppression"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "fiche_pilote" ADD CONSTRAINT "fiche_pilote_fiche_id_collectivite_id_fkey" FOREIGN KEY ("fiche_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_pilote" ADD CONSTRAINT "fiche_pilote_personne_id_collectivite_id_fkey" FOREIGN KEY ("personne_id", "collectivite_id") REFERENCES "personne"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_referent" ADD CONSTRAINT "fiche_referent_fiche_id_collectivite_id_fkey" FOREIGN KEY ("fiche_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_referent" ADD CONSTRAINT "fiche_referent_personne_id_collectivite_id_fkey" FOREIGN KEY ("personne_id", "collectivite_id") REFERENCES "personne"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_label" ADD CONSTRAINT "fiche_label_fiche_id_collectivite_id_fkey" FOREIGN KEY ("fiche_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_label" ADD CONSTRAINT "fiche_label_label_id_collectivite_id_genre_fkey" FOREIGN KEY ("label_id", "collectivite_id", "genre") REFERENCES "label"("id", "collectivite_id", "genre") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_cible" ADD CONSTRAINT "fiche_cible_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_effet_attendu" ADD CONSTRAINT "fiche_effet_attendu_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sous_thematique" ADD CONSTRAINT "sous_thematique_thematique_code_fkey" FOREIGN KEY ("thematique_code") REFERENCES "thematique"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_thematique" ADD CONSTRAINT "fiche_thematique_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_thematique" ADD CONSTRAINT "fiche_thematique_thematique_code_fkey" FOREIGN KEY ("thematique_code") REFERENCES "thematique"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_sous_thematique" ADD CONSTRAINT "fiche_sous_thematique_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_sous_thematique" ADD CONSTRAINT "fiche_sous_thematique_sous_thematique_code_thematique_code_fkey" FOREIGN KEY ("sous_thematique_code", "thematique_code") REFERENCES "sous_thematique"("code", "thematique_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_sous_thematique" ADD CONSTRAINT "fiche_sous_thematique_fiche_id_thematique_code_fkey" FOREIGN KEY ("fiche_id", "thematique_code") REFERENCES "fiche_thematique"("fiche_id", "thematique_code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mesure_liee" ADD CONSTRAINT "mesure_liee_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ligne_budget" ADD CONSTRAINT "ligne_budget_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ligne_financeur" ADD CONSTRAINT "ligne_financeur_fiche_id_collectivite_id_fkey" FOREIGN KEY ("fiche_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ligne_financeur_label" ADD CONSTRAINT "ligne_financeur_label_ligne_id_collectivite_id_fkey" FOREIGN KEY ("ligne_id", "collectivite_id") REFERENCES "ligne_financeur"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ligne_financeur_label" ADD CONSTRAINT "ligne_financeur_label_label_id_collectivite_id_genre_fkey" FOREIGN KEY ("label_id", "collectivite_id", "genre") REFERENCES "label"("id", "collectivite_id", "genre") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_suivi" ADD CONSTRAINT "note_suivi_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_suivi" ADD CONSTRAINT "note_suivi_suppression_id_fkey" FOREIGN KEY ("suppression_id") REFERENCES "suppression"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "note_suivi" ADD CONSTRAINT "note_suivi_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lien" ADD CONSTRAINT "lien_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lien" ADD CONSTRAINT "lien_autre_id_fkey" FOREIGN KEY ("autre_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lien" ADD CONSTRAINT "lien_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicateur" ADD CONSTRAINT "indicateur_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicateur" ADD CONSTRAINT "indicateur_suppression_id_fkey" FOREIGN KEY ("suppression_id") REFERENCES "suppression"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "indicateur" ADD CONSTRAINT "indicateur_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicateur_valeur" ADD CONSTRAINT "indicateur_valeur_indicateur_id_fkey" FOREIGN KEY ("indicateur_id") REFERENCES "indicateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicateur_valeur" ADD CONSTRAINT "indicateur_valeur_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_indicateur" ADD CONSTRAINT "fiche_indicateur_fiche_id_collectivite_id_fkey" FOREIGN KEY ("fiche_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_indicateur" ADD CONSTRAINT "fiche_indicateur_indicateur_id_collectivite_id_fkey" FOREIGN KEY ("indicateur_id", "collectivite_id") REFERENCES "indicateur"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "axe_indicateur" ADD CONSTRAINT "axe_indicateur_axe_id_fkey" FOREIGN KEY ("axe_id") REFERENCES "axe"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "axe_indicateur" ADD CONSTRAINT "axe_indicateur_indicateur_id_fkey" FOREIGN KEY ("indicateur_id") REFERENCES "indicateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────

-- Facts that hold whatever code writes the row.

ALTER TABLE "personne"
    ADD CONSTRAINT "personne_nom_check" CHECK ("nom" ~ '\S' AND "nom_normalise" ~ '\S');

ALTER TABLE "invitation"
    ADD CONSTRAINT "invitation_email_check" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%'),
    ADD CONSTRAINT "invitation_token_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "label"
    ADD CONSTRAINT "label_nom_check" CHECK ("nom" ~ '\S' AND "nom_normalise" ~ '\S');

-- Who pays is said with an amount, in ligne_financeur.
ALTER TABLE "fiche_label"
    ADD CONSTRAINT "fiche_label_genre_check" CHECK ("genre" <> 'FINANCEUR');
ALTER TABLE "ligne_financeur_label"
    ADD CONSTRAINT "ligne_financeur_label_genre_check" CHECK ("genre" = 'FINANCEUR');
ALTER TABLE "ligne_financeur"
    ADD CONSTRAINT "ligne_financeur_montant_check" CHECK ("montant_ht" >= 0);
ALTER TABLE "ligne_budget"
    ADD CONSTRAINT "ligne_budget_montant_check" CHECK ("montant" >= 0),
    ADD CONSTRAINT "ligne_budget_annee_check" CHECK ("annee" BETWEEN 1900 AND 2200);

ALTER TABLE "plan"
    ADD CONSTRAINT "plan_dates_check" CHECK ("date_fin" >= "date_debut"),
    ADD CONSTRAINT "plan_niveaux_check"
        CHECK (cardinality("niveaux") BETWEEN 1 AND 10 AND array_position("niveaux", NULL) IS NULL AND NOT '' = ANY ("niveaux"));

ALTER TABLE "champ_propre" ADD CONSTRAINT "champ_propre_nom_check" CHECK ("nom" ~ '\S' AND "position" <> '');
ALTER TABLE "champ_propre_choix" ADD CONSTRAINT "champ_propre_choix_nom_check" CHECK ("nom" ~ '\S' AND "position" <> '');
ALTER TABLE "champ_propre_valeur"
    ADD CONSTRAINT "champ_propre_valeur_type_check"
        CHECK (("texte" IS NOT NULL) = ("type" = 'TEXTE') AND ("nombre" IS NOT NULL) = ("type" = 'NOMBRE')
            AND ("date" IS NOT NULL) = ("type" = 'DATE') AND ("choix_id" IS NOT NULL) = ("type" = 'CHOIX'));

ALTER TABLE "mesure_liee"
    ADD CONSTRAINT "mesure_liee_check" CHECK ("code" ~ '\S' OR "titre" ~ '\S');

ALTER TABLE "indicateur"
    ADD CONSTRAINT "indicateur_nom_check" CHECK ("nom" ~ '\S' AND "nom_normalise" ~ '\S');
ALTER TABLE "indicateur_valeur"
    ADD CONSTRAINT "indicateur_valeur_periode_check" CHECK (extract(day FROM "periode") = 1),
    ADD CONSTRAINT "indicateur_valeur_check" CHECK (num_nonnulls("objectif", "realise") > 0 OR "commentaire" ~ '\S');

-- A link joins two fiches, once for each type, whichever of them comes first.
ALTER TABLE "lien"
    ADD CONSTRAINT "lien_self_check" CHECK ("fiche_id" <> "autre_id"),
    ADD CONSTRAINT "lien_order_check" CHECK ("type" IN ('CONTRIBUE_A', 'DEPEND_DE') OR "fiche_id" < "autre_id");
CREATE UNIQUE INDEX "lien_pair_key" ON "lien" (least("fiche_id", "autre_id"), greatest("fiche_id", "autre_id"), "type");

-- A sous-action has a place among those of its parent, and none in plans: it follows its parent.
ALTER TABLE "fiche"
    ADD CONSTRAINT "fiche_parent_check" CHECK (("parent_id" IS NULL) = ("position" IS NULL) AND "position" <> ''),
    ADD CONSTRAINT "fiche_sous_action_restreinte_check" CHECK ("parent_id" IS NULL OR NOT "restreinte");

-- One level: who has a parent has no sous-actions and no place. The parent's row is locked, so that two changes at once
-- that would make two levels together wait for each other.
CREATE FUNCTION fiche_refuse_second_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM fiche WHERE id IN (NEW.id, NEW.parent_id) ORDER BY id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM fiche WHERE id = NEW.parent_id AND parent_id IS NOT NULL)
        OR EXISTS (SELECT 1 FROM fiche WHERE parent_id = NEW.id) THEN
        RAISE EXCEPTION 'fiche % would be at the second level of sous-actions', NEW.id
            USING ERRCODE = 'check_violation', TABLE = 'fiche', CONSTRAINT = 'fiche_one_level';
    END IF;
    IF EXISTS (SELECT 1 FROM placement WHERE fiche_id = NEW.id) THEN
        RAISE EXCEPTION 'fiche % has a place of its own, and a parent', NEW.id
            USING ERRCODE = 'check_violation', TABLE = 'fiche', CONSTRAINT = 'fiche_sous_action_not_placed';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER fiche_one_level
    AFTER INSERT OR UPDATE OF parent_id ON fiche
    FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL)
    EXECUTE FUNCTION fiche_refuse_second_level();

CREATE FUNCTION placement_refuse_sous_action() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM fiche WHERE id = NEW.fiche_id AND parent_id IS NOT NULL FOR SHARE) THEN
        RAISE EXCEPTION 'fiche % is a sous-action: it follows its parent', NEW.fiche_id
            USING ERRCODE = 'check_violation', TABLE = 'placement', CONSTRAINT = 'fiche_sous_action_not_placed';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER placement_not_of_sous_action
    AFTER INSERT OR UPDATE OF fiche_id ON placement
    FOR EACH ROW EXECUTE FUNCTION placement_refuse_sous_action();

-- Everyone who is a member has their name among those whom fiches can name.
INSERT INTO "personne" ("id", "collectivite_id", "membre_id", "nom", "nom_normalise")
SELECT gen_random_uuid(), membre."collectivite_id", membre."id", "user"."name", lower("user"."name")
FROM "membre" JOIN "user" ON "user"."id" = membre."user_id";

-- Full-text search in French, accents apart: « énergies » is found by « energie ».
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION pupitre (COPY = french);
ALTER TEXT SEARCH CONFIGURATION pupitre
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH unaccent, french_stem;
ALTER TABLE "fiche_text"
    ADD COLUMN "recherche" tsvector GENERATED ALWAYS AS (to_tsvector('pupitre'::regconfig, "plain")) STORED;
CREATE INDEX "fiche_text_recherche_idx" ON "fiche_text" USING GIN ("recherche");

-- Reference data.
INSERT INTO "thematique" ("code", "nom") VALUES
    ('activites-economiques', 'Activités économiques'),
    ('culture-identite-collective-sport', 'Culture, identité collective, sport'),
    ('eau-milieux-aquatiques-et-assainissement', 'Eau, milieux aquatiques et assainissement'),
    ('economie-circulaire-et-dechets', 'Économie circulaire et déchets'),
    ('energie-et-climat', 'Énergie et climat'),
    ('mobilite-et-transport', 'Mobilité et transport'),
    ('nature-environnement-air', 'Nature, environnement, air'),
    ('solidarite-et-lien-social', 'Solidarité et lien social'),
    ('strategie-organisation-cooperation-et-valorisation', 'Stratégie, organisation, coopération et valorisation'),
    ('urbanisme-logement-amenagement-batiments', 'Urbanisme, logement, aménagement, bâtiments'),
    ('agriculture-et-alimentation', 'Agriculture et alimentation');

INSERT INTO "sous_thematique" ("code", "thematique_code", "nom") VALUES
    ('activites-economiques/agriculture-et-alimentation', 'activites-economiques', 'Agriculture et alimentation'),
    ('activites-economiques/artisanat', 'activites-economiques', 'Artisanat'),
    ('activites-economiques/attractivite-et-revitalisation-economique', 'activites-economiques', 'Attractivité et revitalisation économique'),
    ('activites-economiques/commerces-et-services', 'activites-economiques', 'Commerces et services'),
    ('activites-economiques/economie-locale-et-circuits-courts', 'activites-economiques', 'Économie locale et circuits courts'),
    ('activites-economiques/economie-sociale-et-solidaire', 'activites-economiques', 'Économie sociale et solidaire'),
    ('activites-economiques/emploi', 'activites-economiques', 'Emploi'),
    ('activites-economiques/fiscalite-des-entreprises', 'activites-economiques', 'Fiscalité des entreprises'),
    ('activites-economiques/formation-professionnelle', 'activites-economiques', 'Formation professionnelle'),
    ('activites-economiques/industrie', 'activites-economiques', 'Industrie'),
    ('activites-economiques/technologies-numeriques-et-numerisation', 'activites-economiques', 'Technologies numériques et numérisation'),
    ('activites-economiques/tiers-lieux', 'activites-economiques', 'Tiers-lieux'),
    ('activites-economiques/tourisme', 'activites-economiques', 'Tourisme'),
    ('culture-identite-collective-sport/bibliotheques-et-livres', 'culture-identite-collective-sport', 'Bibliothèques et livres'),
    ('culture-identite-collective-sport/culture-et-identite-collective', 'culture-identite-collective-sport', 'Culture et identité collective'),
    ('culture-identite-collective-sport/medias-et-communication', 'culture-identite-collective-sport', 'Médias et communication'),
    ('culture-identite-collective-sport/musee', 'culture-identite-collective-sport', 'Musée'),
    ('culture-identite-collective-sport/patrimoine-et-monuments-historiques', 'culture-identite-collective-sport', 'Patrimoine et monuments historiques'),
    ('culture-identite-collective-sport/spectacle-vivant', 'culture-identite-collective-sport', 'Spectacle vivant'),
    ('culture-identite-collective-sport/sports-et-loisirs', 'culture-identite-collective-sport', 'Sports et loisirs'),
    ('eau-milieux-aquatiques-et-assainissement/assainissement-des-eaux', 'eau-milieux-aquatiques-et-assainissement', 'Assainissement des eaux'),
    ('eau-milieux-aquatiques-et-assainissement/cours-d-eau-canaux-plans-d-eau', 'eau-milieux-aquatiques-et-assainissement', 'Cours d’eau, canaux, plans d’eau'),
    ('eau-milieux-aquatiques-et-assainissement/eau-de-pluie', 'eau-milieux-aquatiques-et-assainissement', 'Eau de pluie'),
    ('eau-milieux-aquatiques-et-assainissement/eau-potable', 'eau-milieux-aquatiques-et-assainissement', 'Eau potable'),
    ('eau-milieux-aquatiques-et-assainissement/eau-souterraine', 'eau-milieux-aquatiques-et-assainissement', 'Eau souterraine'),
    ('eau-milieux-aquatiques-et-assainissement/mers-et-oceans', 'eau-milieux-aquatiques-et-assainissement', 'Mers et océans'),
    ('economie-circulaire-et-dechets/allongement-de-la-duree-d-usage', 'economie-circulaire-et-dechets', 'Allongement de la durée d’usage'),
    ('economie-circulaire-et-dechets/consommation-responsable-et-achats-durables', 'economie-circulaire-et-dechets', 'Consommation responsable et achats durables'),
    ('economie-circulaire-et-dechets/eco-conception', 'economie-circulaire-et-dechets', 'Éco-conception'),
    ('economie-circulaire-et-dechets/ecologie-industrielle-et-territoriale', 'economie-circulaire-et-dechets', 'Écologie industrielle et territoriale'),
    ('economie-circulaire-et-dechets/economie-de-la-fonctionnalite', 'economie-circulaire-et-dechets', 'Économie de la fonctionnalité'),
    ('economie-circulaire-et-dechets/gestion-des-dechets-collecte', 'economie-circulaire-et-dechets', 'Gestion des déchets : collecte'),
    ('economie-circulaire-et-dechets/gestion-des-dechets-recyclage-et-valorisation-des-dechets', 'economie-circulaire-et-dechets', 'Gestion des déchets : recyclage et valorisation des déchets'),
    ('economie-circulaire-et-dechets/innovation-creativite-et-recherche', 'economie-circulaire-et-dechets', 'Innovation, créativité et recherche'),
    ('economie-circulaire-et-dechets/production-responsable', 'economie-circulaire-et-dechets', 'Production responsable'),
    ('economie-circulaire-et-dechets/prevention-des-dechets', 'economie-circulaire-et-dechets', 'Prévention des déchets'),
    ('energie-et-climat/adaptation-au-changement-climatique', 'energie-et-climat', 'Adaptation au changement climatique'),
    ('energie-et-climat/developpement-des-energies-renouvelables', 'energie-et-climat', 'Développement des énergies renouvelables'),
    ('energie-et-climat/distribution-de-l-energie', 'energie-et-climat', 'Distribution de l’énergie'),
    ('energie-et-climat/efficacite-energetique', 'energie-et-climat', 'Efficacité énergétique'),
    ('energie-et-climat/gestion-de-l-energie-maitrise-et-reduction-des-consommations-energetiques', 'energie-et-climat', 'Gestion de l’énergie : maîtrise et réduction des consommations énergétiques'),
    ('energie-et-climat/reduction-des-emissions-de-gaz-a-effet-de-serre', 'energie-et-climat', 'Réduction des émissions de gaz à effet de serre'),
    ('energie-et-climat/renovation-energetique', 'energie-et-climat', 'Rénovation énergétique'),
    ('energie-et-climat/reseaux-de-chaleur', 'energie-et-climat', 'Réseaux de chaleur'),
    ('energie-et-climat/sobriete-energetique', 'energie-et-climat', 'Sobriété énergétique'),
    ('mobilite-et-transport/connaissance-de-la-mobilite', 'mobilite-et-transport', 'Connaissance de la mobilité'),
    ('mobilite-et-transport/information-voyageur-billettique-multimodale', 'mobilite-et-transport', 'Information voyageur, billettique multimodale'),
    ('mobilite-et-transport/limitation-des-deplacements-subis', 'mobilite-et-transport', 'Limitation des déplacements subis'),
    ('mobilite-et-transport/logistique-urbaine', 'mobilite-et-transport', 'Logistique urbaine'),
    ('mobilite-et-transport/mobilite-et-vehicules-autonomes', 'mobilite-et-transport', 'Mobilité et véhicules autonomes'),
    ('mobilite-et-transport/mobilite-fluviale', 'mobilite-et-transport', 'Mobilité fluviale'),
    ('mobilite-et-transport/mobilite-partagee', 'mobilite-et-transport', 'Mobilité partagée'),
    ('mobilite-et-transport/mobilite-pour-tous', 'mobilite-et-transport', 'Mobilité pour tous'),
    ('mobilite-et-transport/modes-actifs-velo-marche-et-amenagements-associes', 'mobilite-et-transport', 'Modes actifs : vélo, marche et aménagements associés'),
    ('mobilite-et-transport/transports-collectifs-et-optimisation-des-trafics-routiers', 'mobilite-et-transport', 'Transports collectifs et optimisation des trafics routiers'),
    ('nature-environnement-air/biodiversite', 'nature-environnement-air', 'Biodiversité'),
    ('nature-environnement-air/forets', 'nature-environnement-air', 'Forêts'),
    ('nature-environnement-air/milieux-humides', 'nature-environnement-air', 'Milieux humides'),
    ('nature-environnement-air/montagne', 'nature-environnement-air', 'Montagne'),
    ('nature-environnement-air/qualite-de-l-air', 'nature-environnement-air', 'Qualité de l’air'),
    ('nature-environnement-air/risques-naturels', 'nature-environnement-air', 'Risques naturels'),
    ('nature-environnement-air/qualite-des-sols', 'nature-environnement-air', 'Qualité des sols'),
    ('nature-environnement-air/solutions-d-adaptation-fondees-sur-la-nature', 'nature-environnement-air', 'Solutions d’adaptation fondées sur la nature'),
    ('nature-environnement-air/reduction-des-prelevements-en-ressources-naturelles', 'nature-environnement-air', 'Réduction des prélèvements en ressources naturelles'),
    ('solidarite-et-lien-social/acces-aux-services', 'solidarite-et-lien-social', 'Accès aux services'),
    ('solidarite-et-lien-social/citoyennete', 'solidarite-et-lien-social', 'Citoyenneté'),
    ('solidarite-et-lien-social/cohesion-sociale-et-inclusion', 'solidarite-et-lien-social', 'Cohésion sociale et inclusion'),
    ('solidarite-et-lien-social/education-et-renforcement-des-competences', 'solidarite-et-lien-social', 'Éducation et renforcement des compétences'),
    ('solidarite-et-lien-social/egalite-des-chances', 'solidarite-et-lien-social', 'Égalité des chances'),
    ('solidarite-et-lien-social/famille-et-enfance', 'solidarite-et-lien-social', 'Famille et enfance'),
    ('solidarite-et-lien-social/handicap', 'solidarite-et-lien-social', 'Handicap'),
    ('solidarite-et-lien-social/inclusion-numerique', 'solidarite-et-lien-social', 'Inclusion numérique'),
    ('solidarite-et-lien-social/jeunesse', 'solidarite-et-lien-social', 'Jeunesse'),
    ('solidarite-et-lien-social/lutte-contre-la-precarite-des-conditions-de-vie', 'solidarite-et-lien-social', 'Lutte contre la précarité des conditions de vie'),
    ('solidarite-et-lien-social/personnes-agees', 'solidarite-et-lien-social', 'Personnes âgées'),
    ('solidarite-et-lien-social/protection-animale', 'solidarite-et-lien-social', 'Protection animale'),
    ('solidarite-et-lien-social/sante', 'solidarite-et-lien-social', 'Santé'),
    ('solidarite-et-lien-social/securite', 'solidarite-et-lien-social', 'Sécurité'),
    ('strategie-organisation-cooperation-et-valorisation/animation-et-mise-en-reseau', 'strategie-organisation-cooperation-et-valorisation', 'Animation et mise en réseau'),
    ('strategie-organisation-cooperation-et-valorisation/appui-methodologique', 'strategie-organisation-cooperation-et-valorisation', 'Appui méthodologique'),
    ('strategie-organisation-cooperation-et-valorisation/budget-et-financement', 'strategie-organisation-cooperation-et-valorisation', 'Budget et financement'),
    ('strategie-organisation-cooperation-et-valorisation/communication-formation-et-sensibilisation', 'strategie-organisation-cooperation-et-valorisation', 'Communication, formation et sensibilisation'),
    ('strategie-organisation-cooperation-et-valorisation/diagnostic-objectifs-et-strategie', 'strategie-organisation-cooperation-et-valorisation', 'Diagnostic, objectifs et stratégie'),
    ('strategie-organisation-cooperation-et-valorisation/organisation-et-transversalite-interne', 'strategie-organisation-cooperation-et-valorisation', 'Organisation et transversalité interne'),
    ('strategie-organisation-cooperation-et-valorisation/partenariats-et-cooperation', 'strategie-organisation-cooperation-et-valorisation', 'Partenariats et coopération'),
    ('strategie-organisation-cooperation-et-valorisation/prevention-des-risques-professionnels', 'strategie-organisation-cooperation-et-valorisation', 'Prévention des risques professionnels'),
    ('strategie-organisation-cooperation-et-valorisation/valorisation-d-actions', 'strategie-organisation-cooperation-et-valorisation', 'Valorisation d’actions'),
    ('strategie-organisation-cooperation-et-valorisation/accompagnement-au-changement-de-comportements', 'strategie-organisation-cooperation-et-valorisation', 'Accompagnement au changement de comportements'),
    ('urbanisme-logement-amenagement-batiments/accessibilite', 'urbanisme-logement-amenagement-batiments', 'Accessibilité'),
    ('urbanisme-logement-amenagement-batiments/architecture', 'urbanisme-logement-amenagement-batiments', 'Architecture'),
    ('urbanisme-logement-amenagement-batiments/batiments-et-construction', 'urbanisme-logement-amenagement-batiments', 'Bâtiments et construction'),
    ('urbanisme-logement-amenagement-batiments/cimetieres-et-funeraire', 'urbanisme-logement-amenagement-batiments', 'Cimetières et funéraire'),
    ('urbanisme-logement-amenagement-batiments/equipement-public', 'urbanisme-logement-amenagement-batiments', 'Équipement public'),
    ('urbanisme-logement-amenagement-batiments/espace-public', 'urbanisme-logement-amenagement-batiments', 'Espace public'),
    ('urbanisme-logement-amenagement-batiments/espaces-verts', 'urbanisme-logement-amenagement-batiments', 'Espaces verts'),
    ('urbanisme-logement-amenagement-batiments/foncier', 'urbanisme-logement-amenagement-batiments', 'Foncier'),
    ('urbanisme-logement-amenagement-batiments/friche', 'urbanisme-logement-amenagement-batiments', 'Friche'),
    ('urbanisme-logement-amenagement-batiments/logement-et-habitat', 'urbanisme-logement-amenagement-batiments', 'Logement et habitat'),
    ('urbanisme-logement-amenagement-batiments/paysage', 'urbanisme-logement-amenagement-batiments', 'Paysage'),
    ('urbanisme-logement-amenagement-batiments/rehabilitation', 'urbanisme-logement-amenagement-batiments', 'Réhabilitation'),
    ('urbanisme-logement-amenagement-batiments/voirie-et-reseaux', 'urbanisme-logement-amenagement-batiments', 'Voirie et réseaux'),
    ('urbanisme-logement-amenagement-batiments/artificialisation-des-sols', 'urbanisme-logement-amenagement-batiments', 'Artificialisation des sols');
