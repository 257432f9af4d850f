-- The orders of the lists of fiches by what they say of themselves: a page is read from its index, and ends with those that say nothing.
CREATE INDEX "fiche_collectivite_id_statut_id_idx" ON "fiche"("collectivite_id", "statut", "id");
CREATE INDEX "fiche_collectivite_id_statut_desc_id_idx" ON "fiche"("collectivite_id", "statut" DESC NULLS LAST, "id");
CREATE INDEX "fiche_collectivite_id_priorite_id_idx" ON "fiche"("collectivite_id", "priorite", "id");
CREATE INDEX "fiche_collectivite_id_priorite_desc_id_idx" ON "fiche"("collectivite_id", "priorite" DESC NULLS LAST, "id");
