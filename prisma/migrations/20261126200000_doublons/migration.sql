-- CreateTable
CREATE TABLE "doublon_ecarte" (
    "fiche_id" UUID NOT NULL,
    "autre_id" UUID NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "doublon_ecarte_pkey" PRIMARY KEY ("fiche_id","autre_id")
);

-- CreateIndex
CREATE INDEX "doublon_ecarte_autre_id_idx" ON "doublon_ecarte"("autre_id");

-- AddForeignKey
ALTER TABLE "doublon_ecarte" ADD CONSTRAINT "doublon_ecarte_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doublon_ecarte" ADD CONSTRAINT "doublon_ecarte_autre_id_fkey" FOREIGN KEY ("autre_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doublon_ecarte" ADD CONSTRAINT "doublon_ecarte_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A pair is there once, whichever of the two is named first.
ALTER TABLE "doublon_ecarte" ADD CONSTRAINT "doublon_ecarte_ends_check" CHECK ("fiche_id" < "autre_id");

-- Titres by their letters, accents and case apart. unaccent is not IMMUTABLE for PostgreSQL, since its rules could be changed: ours are
-- not. The body is parsed here, once, so that no search_path changes what it calls.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE FUNCTION fiche_cle(titre text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(unaccent('unaccent'::regdictionary, titre));
CREATE INDEX "fiche_cle_idx" ON "fiche" USING GIN (fiche_cle("titre") gin_trgm_ops);

