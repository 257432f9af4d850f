-- First migration. Drawn by diff from schema.prisma, then completed by hand with what Prisma cannot say:
-- collations, NULLS NOT DISTINCT, and everything after "By hand" at the end. Needs PostgreSQL 15.

-- CreateEnum
CREATE TYPE "CollectiviteType" AS ENUM ('REGION', 'DEPARTEMENT', 'METROPOLE', 'COMMUNAUTE_URBAINE', 'COMMUNAUTE_AGGLOMERATION', 'COMMUNAUTE_COMMUNES', 'COMMUNE', 'SYNDICAT', 'AUTRE');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('LECTEUR', 'CONTRIBUTEUR', 'EDITEUR', 'ADMIN');

-- CreateEnum
CREATE TYPE "PlanType" AS ENUM ('PROJET_DE_TERRITOIRE', 'TRANSITION_ECOLOGIQUE', 'CRTE', 'PCAET', 'ECONOMIE_CIRCULAIRE', 'URBANISME_HABITAT', 'ENERGIES', 'BATIMENT', 'MOBILITE', 'AGRICULTURE_ALIMENTATION', 'EAU', 'BIODIVERSITE', 'PROTECTION_ATMOSPHERE', 'SPASER', 'CONTRAT_LOCAL_SANTE', 'PLAN_COMMUNAL_SAUVEGARDE', 'AUTRE');

-- CreateEnum
CREATE TYPE "Statut" AS ENUM ('A_VENIR', 'A_DISCUTER', 'EN_COURS', 'REALISE', 'EN_PAUSE', 'BLOQUE', 'ABANDONNE');

-- CreateEnum
CREATE TYPE "Priorite" AS ENUM ('ELEVE', 'MOYEN', 'BAS');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('FICHE', 'PLAN');

-- CreateTable
CREATE TABLE "collectivite" (
    "id" UUID NOT NULL,
    "siren" CHAR(9) NOT NULL,
    "nom" TEXT NOT NULL,
    "type" "CollectiviteType" NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collectivite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membre" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "nom_normalise" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membre_service" (
    "membre_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,

    CONSTRAINT "membre_service_pkey" PRIMARY KEY ("membre_id","service_id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "type" "PlanType" NOT NULL,
    "type_autre" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "axe" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "parent_id" UUID,
    "nom" TEXT NOT NULL,
    "position" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "axe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fiche" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "titre" TEXT NOT NULL DEFAULT '',
    "titre_seq" BIGINT NOT NULL DEFAULT 0,
    "statut" "Statut",
    "priorite" "Priorite",
    "date_debut" DATE,
    "date_fin" DATE,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fiche_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fiche_service" (
    "fiche_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,

    CONSTRAINT "fiche_service_pkey" PRIMARY KEY ("fiche_id","service_id")
);

-- CreateTable
CREATE TABLE "placement" (
    "id" UUID NOT NULL,
    "fiche_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "axe_id" UUID,
    "collectivite_id" UUID NOT NULL,
    "position" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_document" (
    "id" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "fiche_id" UUID,
    "plan_id" UUID,
    "epoch" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "projected_seq" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "live_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_update" (
    "document_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "update" BYTEA NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_update_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "document_snapshot" (
    "document_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "state" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_snapshot_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "document_client" (
    "document_id" UUID NOT NULL,
    "client_id" BIGINT NOT NULL,
    "user_id" UUID,

    CONSTRAINT "document_client_pkey" PRIMARY KEY ("document_id","client_id")
);

-- CreateTable
CREATE TABLE "fiche_text" (
    "fiche_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "fiche_text_pkey" PRIMARY KEY ("fiche_id","field")
);

-- CreateTable
CREATE TABLE "plan_text" (
    "plan_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "plan_text_pkey" PRIMARY KEY ("plan_id","field")
);

-- CreateTable
CREATE TABLE "sync_ticket" (
    "hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_ticket_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "collectivite_siren_key" ON "collectivite"("siren");

-- CreateIndex
CREATE INDEX "membre_collectivite_id_idx" ON "membre"("collectivite_id");

-- CreateIndex
CREATE UNIQUE INDEX "membre_user_id_collectivite_id_key" ON "membre"("user_id", "collectivite_id");

-- CreateIndex
CREATE UNIQUE INDEX "membre_id_collectivite_id_key" ON "membre"("id", "collectivite_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_collectivite_id_nom_normalise_key" ON "service"("collectivite_id", "nom_normalise");

-- CreateIndex
CREATE UNIQUE INDEX "service_id_collectivite_id_key" ON "service"("id", "collectivite_id");

-- CreateIndex
CREATE INDEX "membre_service_service_id_idx" ON "membre_service"("service_id");

-- CreateIndex
CREATE INDEX "plan_collectivite_id_nom_id_idx" ON "plan"("collectivite_id", "nom", "id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_id_collectivite_id_key" ON "plan"("id", "collectivite_id");

-- CreateIndex
CREATE INDEX "axe_plan_id_parent_id_position_id_idx" ON "axe"("plan_id", "parent_id", "position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "axe_id_plan_id_key" ON "axe"("id", "plan_id");

-- CreateIndex
CREATE INDEX "fiche_collectivite_id_titre_id_idx" ON "fiche"("collectivite_id", "titre", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fiche_id_collectivite_id_key" ON "fiche"("id", "collectivite_id");

-- CreateIndex
CREATE INDEX "fiche_service_service_id_idx" ON "fiche_service"("service_id");

-- CreateIndex
CREATE INDEX "placement_plan_id_axe_id_position_id_idx" ON "placement"("plan_id", "axe_id", "position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_fiche_id_plan_id_axe_id_key" ON "placement"("fiche_id", "plan_id", "axe_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "live_document_fiche_id_key" ON "live_document"("fiche_id");

-- CreateIndex
CREATE UNIQUE INDEX "live_document_plan_id_key" ON "live_document"("plan_id");

-- CreateIndex
CREATE INDEX "sync_ticket_session_id_idx" ON "sync_ticket"("session_id");

-- CreateIndex
CREATE INDEX "sync_ticket_expires_at_idx" ON "sync_ticket"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- AddForeignKey
ALTER TABLE "membre" ADD CONSTRAINT "membre_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membre" ADD CONSTRAINT "membre_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membre_service" ADD CONSTRAINT "membre_service_membre_id_collectivite_id_fkey" FOREIGN KEY ("membre_id", "collectivite_id") REFERENCES "membre"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membre_service" ADD CONSTRAINT "membre_service_service_id_collectivite_id_fkey" FOREIGN KEY ("service_id", "collectivite_id") REFERENCES "service"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "axe" ADD CONSTRAINT "axe_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "axe" ADD CONSTRAINT "axe_parent_id_plan_id_fkey" FOREIGN KEY ("parent_id", "plan_id") REFERENCES "axe"("id", "plan_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "fiche" ADD CONSTRAINT "fiche_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche" ADD CONSTRAINT "fiche_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_service" ADD CONSTRAINT "fiche_service_fiche_id_collectivite_id_fkey" FOREIGN KEY ("fiche_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_service" ADD CONSTRAINT "fiche_service_service_id_collectivite_id_fkey" FOREIGN KEY ("service_id", "collectivite_id") REFERENCES "service"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_fiche_id_collectivite_id_fkey" FOREIGN KEY ("fiche_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_plan_id_collectivite_id_fkey" FOREIGN KEY ("plan_id", "collectivite_id") REFERENCES "plan"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_axe_id_plan_id_fkey" FOREIGN KEY ("axe_id", "plan_id") REFERENCES "axe"("id", "plan_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "live_document" ADD CONSTRAINT "live_document_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_document" ADD CONSTRAINT "live_document_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_snapshot" ADD CONSTRAINT "document_snapshot_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_client" ADD CONSTRAINT "document_client_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_text" ADD CONSTRAINT "fiche_text_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_text" ADD CONSTRAINT "plan_text_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_ticket" ADD CONSTRAINT "sync_ticket_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────

-- Facts that hold whatever code writes the row.

ALTER TABLE "collectivite"
    ADD CONSTRAINT "collectivite_siren_check" CHECK ("siren" ~ '^[0-9]{9}$'),
    ADD CONSTRAINT "collectivite_nom_check" CHECK ("nom" ~ '\S');

ALTER TABLE "service"
    ADD CONSTRAINT "service_nom_check" CHECK ("nom" ~ '\S' AND "nom_normalise" ~ '\S');

ALTER TABLE "plan"
    ADD CONSTRAINT "plan_nom_check" CHECK ("nom" ~ '\S'),
    ADD CONSTRAINT "plan_type_autre_check"
        CHECK (("type" = 'AUTRE') = ("type_autre" IS NOT NULL) AND ("type_autre" IS NULL OR "type_autre" ~ '\S'));

ALTER TABLE "axe"
    ADD CONSTRAINT "axe_nom_check" CHECK ("nom" ~ '\S'),
    ADD CONSTRAINT "axe_position_check" CHECK ("position" <> '');

-- A titre may be empty (a new fiche), and is one line.
ALTER TABLE "fiche"
    ADD CONSTRAINT "fiche_titre_check" CHECK ("titre" !~ '[\n\r]'),
    ADD CONSTRAINT "fiche_dates_check" CHECK ("date_fin" >= "date_debut");

ALTER TABLE "placement"
    ADD CONSTRAINT "placement_position_check" CHECK ("position" <> '');

-- A document belongs to exactly one thing, of its kind.
ALTER TABLE "live_document"
    ADD CONSTRAINT "live_document_owner_check"
        CHECK (("fiche_id" IS NOT NULL) = ("kind" = 'FICHE') AND ("plan_id" IS NOT NULL) = ("kind" = 'PLAN')),
    ADD CONSTRAINT "live_document_seq_check" CHECK ("projected_seq" >= 0 AND "projected_seq" <= "seq");

ALTER TABLE "document_update" ADD CONSTRAINT "document_update_seq_check" CHECK ("seq" > 0);
ALTER TABLE "document_snapshot" ADD CONSTRAINT "document_snapshot_seq_check" CHECK ("seq" >= 0);

-- An e-mail names one account whatever the case it is typed in.
ALTER TABLE "user" ADD CONSTRAINT "user_email_check" CHECK ("email" = lower("email"));

ALTER TABLE "sync_ticket" ADD CONSTRAINT "sync_ticket_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$');

-- Storage of what is written at each flush.

-- Rows changed at every batch or projection: room left in each page lets PostgreSQL update them in place (HOT), without
-- touching an index.
ALTER TABLE "live_document" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "fiche_text" SET (fillfactor = 80);
ALTER TABLE "plan_text" SET (fillfactor = 80);

-- The log is written once, then deleted in one go when a snapshot replaces it: vacuum soon, so that its pages serve again.
ALTER TABLE "document_update" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.1);

-- Bytes that do not compress again: snapshots are deflated already, updates are a few dozen bytes.
ALTER TABLE "document_update" ALTER COLUMN "update" SET STORAGE EXTERNAL;
ALTER TABLE "document_snapshot" ALTER COLUMN "state" SET STORAGE EXTERNAL;

-- The axes of a plan are a tree, even when several people move some at once. Each move of a plan takes the plan's row
-- first, so moves of one plan follow each other, and each sees the others' result: under READ COMMITTED every query below
-- has a snapshot of its own, taken after the lock. Under REPEATABLE READ the lock fails with 40001 when another move came
-- between, which says: try again. FOR NO KEY UPDATE, so that adding an axe or a fiche to the plan does not wait.
CREATE FUNCTION axe_refuse_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM plan WHERE id = NEW.plan_id FOR NO KEY UPDATE;
    IF EXISTS (
        WITH RECURSIVE ancestor(id, parent_id) AS (
            SELECT id, parent_id FROM axe WHERE id = NEW.parent_id
            UNION
            SELECT axe.id, axe.parent_id FROM axe JOIN ancestor ON axe.id = ancestor.parent_id
        )
        SELECT 1 FROM ancestor WHERE id = NEW.id
    ) THEN
        RAISE EXCEPTION 'axe % cannot be moved under itself', NEW.id
            USING ERRCODE = 'check_violation', TABLE = 'axe', CONSTRAINT = 'axe_no_cycle';
    END IF;
    RETURN NEW;
END
$$;

-- AFTER, so that a statement which moves several rows is judged with all of them moved.
CREATE TRIGGER axe_no_cycle
    AFTER INSERT OR UPDATE OF id, parent_id, plan_id ON axe
    FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL)
    EXECUTE FUNCTION axe_refuse_cycle();
