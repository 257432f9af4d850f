-- AlterEnum
ALTER TYPE "PlanVisibilite" ADD VALUE 'PUBLIC';

-- CreateIndex
CREATE INDEX "plan_visibilite_nom_id_idx" ON "plan"("visibilite", "nom", "id");
