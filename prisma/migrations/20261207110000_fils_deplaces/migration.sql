-- CreateTable
CREATE TABLE "fil_deplace" (
    "fiche_id" UUID NOT NULL,
    "fil_id" UUID NOT NULL,
    "texte" TEXT,
    "caracteres" BYTEA,
    "perdu" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "fil_deplace_pkey" PRIMARY KEY ("fiche_id","fil_id")
);

-- CreateIndex
CREATE INDEX "fil_deplace_fil_id_idx" ON "fil_deplace"("fil_id");

-- AddForeignKey
ALTER TABLE "fil_deplace" ADD CONSTRAINT "fil_deplace_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fusion"("fiche_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fil_deplace" ADD CONSTRAINT "fil_deplace_fil_id_fkey" FOREIGN KEY ("fil_id") REFERENCES "fil"("id") ON DELETE CASCADE ON UPDATE CASCADE;
