-- The orders of the lists of fiches: a page is read from its index, and ends with the days that are not known, whichever the direction.
CREATE INDEX "fiche_collectivite_id_date_debut_id_idx" ON "fiche"("collectivite_id", "date_debut", "id");
CREATE INDEX "fiche_collectivite_id_date_debut_desc_id_idx" ON "fiche"("collectivite_id", "date_debut" DESC NULLS LAST, "id");
CREATE INDEX "fiche_collectivite_id_date_fin_id_idx" ON "fiche"("collectivite_id", "date_fin", "id");
CREATE INDEX "fiche_collectivite_id_date_fin_desc_id_idx" ON "fiche"("collectivite_id", "date_fin" DESC NULLS LAST, "id");
CREATE INDEX "fiche_collectivite_id_created_at_id_idx" ON "fiche"("collectivite_id", "created_at", "id");
