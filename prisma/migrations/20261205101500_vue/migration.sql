-- CreateTable
CREATE TABLE "vue" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "membre_id" UUID,
    "auteur_id" UUID,
    "nom" TEXT NOT NULL,
    "nom_normalise" TEXT NOT NULL,
    "parametres" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "vue_membre_id_nom_normalise_key" ON "vue"("membre_id", "nom_normalise");

-- CreateIndex
CREATE INDEX "vue_collectivite_id_idx" ON "vue"("collectivite_id");

-- CreateIndex
CREATE INDEX "vue_auteur_id_idx" ON "vue"("auteur_id");

-- AddForeignKey
ALTER TABLE "vue" ADD CONSTRAINT "vue_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vue" ADD CONSTRAINT "vue_membre_id_collectivite_id_fkey" FOREIGN KEY ("membre_id", "collectivite_id") REFERENCES "membre"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vue" ADD CONSTRAINT "vue_auteur_id_fkey" FOREIGN KEY ("auteur_id") REFERENCES "membre"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The collectivité has one of a name.
CREATE UNIQUE INDEX "vue_shared_key" ON "vue"("collectivite_id", "nom_normalise") WHERE "membre_id" IS NULL;
