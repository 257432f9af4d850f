-- What a member's first page remembers of them: when they looked at it, and that they put the first steps away.
CREATE TABLE "membre_pupitre" (
    "membre_id" UUID NOT NULL,
    "vu_at" TIMESTAMPTZ(3),
    "visite_precedente_at" TIMESTAMPTZ(3),
    "premiers_pas_fermes_at" TIMESTAMPTZ(3),

    CONSTRAINT "membre_pupitre_pkey" PRIMARY KEY ("membre_id")
);

ALTER TABLE "membre_pupitre" ADD CONSTRAINT "membre_pupitre_membre_id_fkey" FOREIGN KEY ("membre_id") REFERENCES "membre"("id") ON DELETE CASCADE ON UPDATE CASCADE;
