-- CreateEnum
CREATE TYPE "ApiScope" AS ENUM ('PUBLIC', 'LIRE', 'LIRE_TOUT', 'ECRIRE');

-- AlterEnum
ALTER TYPE "JournalOrigine" ADD VALUE 'API';

-- AlterTable
ALTER TABLE "journal_entry" ADD COLUMN     "api_key_id" UUID DEFAULT (NULLIF(current_setting('pupitre.cle'::text, true), ''::text))::uuid;

-- AlterTable
ALTER TABLE "sync_ticket" ADD COLUMN     "api_key_id" UUID,
ALTER COLUMN "session_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" "ApiScope"[],
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_prefix" TEXT,
    "previous_hash" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_previous_hash_key" ON "api_key"("previous_hash");

-- CreateIndex
CREATE INDEX "api_key_collectivite_id_idx" ON "api_key"("collectivite_id");

-- CreateIndex
CREATE INDEX "journal_entry_api_key_id_at_idx" ON "journal_entry"("api_key_id", "at");

-- CreateIndex
CREATE INDEX "sync_ticket_api_key_id_idx" ON "sync_ticket"("api_key_id");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_ticket" ADD CONSTRAINT "sync_ticket_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what a key must be, whatever writes it.
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "previous_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_scopes_check" CHECK (cardinality("scopes") BETWEEN 1 AND 4);
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_expiry_check" CHECK (extract(epoch FROM "expires_at" - "issued_at") BETWEEN 0 AND 366 * 86400);
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_previous_check" CHECK (
    num_nonnulls("previous_prefix", "previous_hash", "previous_until") IN (0, 3)
    AND extract(epoch FROM "previous_until" - "issued_at") BETWEEN 0 AND 30 * 86400
);

-- A ticket is a session's, or a key's.
ALTER TABLE "sync_ticket" ADD CONSTRAINT "sync_ticket_asked_by_one_check" CHECK (num_nonnulls("session_id", "api_key_id") = 1);

-- The journal keeps no secret, not even hashed, nor when a key was last used.
CALL journalise_table('api_key', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid',
    ignored => 'collectivite_id,hash,previous_hash,issued_at,last_used_at');

-- As it was (migration journal), with one more pointer: the key, which goes with its collectivité.
CREATE OR REPLACE FUNCTION journal_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    pointers text[] := ARRAY['user_id', 'api_key_id', 'fiche_id', 'autre_fiche_id', 'plan_id', 'indicateur_id'];
BEGIN
    IF TG_OP = 'UPDATE'
        AND to_jsonb(NEW) - pointers = to_jsonb(OLD) - pointers
        AND to_jsonb(OLD) @> jsonb_strip_nulls(to_jsonb(NEW))
    THEN
        -- Who could not read what is gone must not read of it because it is.
        NEW.incomplet := OLD.incomplet OR (NEW.fiche_id, NEW.autre_fiche_id, NEW.plan_id, NEW.indicateur_id)
            IS DISTINCT FROM (OLD.fiche_id, OLD.autre_fiche_id, OLD.plan_id, OLD.indicateur_id);
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' AND (
        coalesce(current_setting('pupitre.retention', true), '') = 'on'
        OR NOT EXISTS (SELECT 1 FROM collectivite WHERE id = OLD.collectivite_id)
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'an entry of the journal is not changed'
        USING ERRCODE = 'restrict_violation', TABLE = 'journal_entry', CONSTRAINT = 'journal_never_changed';
END
$$;
