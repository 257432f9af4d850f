-- CreateTable
CREATE TABLE "fusion" (
    "fiche_id" UUID NOT NULL,
    "dans_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "acte" UUID NOT NULL,
    "client_id" BIGINT,
    "epoch" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fusion_pkey" PRIMARY KEY ("fiche_id")
);

-- CreateIndex
CREATE INDEX "fusion_dans_id_idx" ON "fusion"("dans_id");

-- AddForeignKey
ALTER TABLE "fusion" ADD CONSTRAINT "fusion_dans_id_collectivite_id_fkey" FOREIGN KEY ("dans_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fusion" ADD CONSTRAINT "fusion_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: a fiche is not merged into itself.
ALTER TABLE "fusion" ADD CONSTRAINT "fusion_self_check" CHECK ("fiche_id" <> "dans_id");

-- An entry is about the kept fiche, and names the other by the title that it had.
CALL journalise_table('fusion', 'fiche_id', 'r.collectivite_id, r.dans_id, NULL::uuid, NULL::uuid, NULL::uuid',
    'jsonb_build_object(''fiche_id:nom'', (SELECT titre FROM fiche WHERE id = r.fiche_id))', 'collectivite_id,dans_id,acte,client_id,epoch');
