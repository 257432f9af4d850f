-- CreateEnum
CREATE TYPE "ReactionSens" AS ENUM ('ACCORD', 'MERCI', 'BRAVO', 'VU', 'QUESTION', 'DESACCORD');

-- CreateTable
CREATE TABLE "fil" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "plan_id" UUID,
    "axe_id" UUID,
    "fiche_id" UUID,
    "champ" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actif_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolu_at" TIMESTAMPTZ(3),
    "resolu_par_id" UUID,

    CONSTRAINT "fil_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commentaire" (
    "id" UUID NOT NULL,
    "fil_id" UUID NOT NULL,
    "auteur_id" UUID,
    "markdown" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "modifie_at" TIMESTAMPTZ(3),
    "supprime_at" TIMESTAMPTZ(3),

    CONSTRAINT "commentaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reaction" (
    "commentaire_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sens" "ReactionSens" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("commentaire_id","user_id","sens")
);

-- CreateTable
CREATE TABLE "fil_lecture" (
    "fil_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "lu_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fil_lecture_pkey" PRIMARY KEY ("fil_id","user_id")
);

-- CreateIndex
CREATE INDEX "fil_fiche_id_actif_at_id_idx" ON "fil"("fiche_id", "actif_at", "id");

-- CreateIndex
CREATE INDEX "fil_plan_id_actif_at_id_idx" ON "fil"("plan_id", "actif_at", "id");

-- CreateIndex
CREATE INDEX "fil_axe_id_idx" ON "fil"("axe_id");

-- CreateIndex
CREATE INDEX "fil_collectivite_id_idx" ON "fil"("collectivite_id");

-- CreateIndex
CREATE INDEX "fil_created_by_id_idx" ON "fil"("created_by_id");

-- CreateIndex
CREATE INDEX "fil_resolu_par_id_idx" ON "fil"("resolu_par_id");

-- CreateIndex
CREATE INDEX "commentaire_fil_id_created_at_id_idx" ON "commentaire"("fil_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "commentaire_auteur_id_idx" ON "commentaire"("auteur_id");

-- CreateIndex
CREATE INDEX "reaction_user_id_idx" ON "reaction"("user_id");

-- CreateIndex
CREATE INDEX "fil_lecture_user_id_idx" ON "fil_lecture"("user_id");

-- AddForeignKey
ALTER TABLE "fil" ADD CONSTRAINT "fil_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fil" ADD CONSTRAINT "fil_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fil" ADD CONSTRAINT "fil_axe_id_plan_id_fkey" FOREIGN KEY ("axe_id", "plan_id") REFERENCES "axe"("id", "plan_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fil" ADD CONSTRAINT "fil_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fil" ADD CONSTRAINT "fil_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fil" ADD CONSTRAINT "fil_resolu_par_id_fkey" FOREIGN KEY ("resolu_par_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commentaire" ADD CONSTRAINT "commentaire_fil_id_fkey" FOREIGN KEY ("fil_id") REFERENCES "fil"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commentaire" ADD CONSTRAINT "commentaire_auteur_id_fkey" FOREIGN KEY ("auteur_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_commentaire_id_fkey" FOREIGN KEY ("commentaire_id") REFERENCES "commentaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fil_lecture" ADD CONSTRAINT "fil_lecture_fil_id_fkey" FOREIGN KEY ("fil_id") REFERENCES "fil"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fil_lecture" ADD CONSTRAINT "fil_lecture_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of a plan or of a fiche; an axe is of its plan, and a field is a fiche's.
ALTER TABLE "fil" ADD CONSTRAINT "fil_sujet_check" CHECK (
  num_nonnulls("plan_id", "fiche_id") = 1
  AND ("axe_id" IS NULL OR "plan_id" IS NOT NULL)
  AND ("champ" IS NULL OR "fiche_id" IS NOT NULL)
);
