-- CreateTable
CREATE TABLE "passage" (
    "fil_id" UUID NOT NULL,
    "texte" TEXT NOT NULL,
    "caracteres" BYTEA NOT NULL,
    "citation" TEXT NOT NULL,
    "avant" TEXT NOT NULL,
    "apres" TEXT NOT NULL,
    "seule" BOOLEAN NOT NULL,
    "seq" BIGINT NOT NULL,
    "perdu" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "passage_pkey" PRIMARY KEY ("fil_id")
);

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_fil_id_fkey" FOREIGN KEY ("fil_id") REFERENCES "fil"("id") ON DELETE CASCADE ON UPDATE CASCADE;
