-- How much a fiche counts in the progress of what holds it; null: as much as any other.
ALTER TABLE "fiche" ADD COLUMN "poids" INTEGER;
ALTER TABLE "fiche" ADD CONSTRAINT "fiche_poids_check" CHECK ("poids" BETWEEN 0 AND 100);
