-- AlterTable
ALTER TABLE "feed" ADD COLUMN "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "user_id" UUID;

-- CreateIndex
CREATE INDEX "feed_user_id_idx" ON "feed"("user_id");

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: one feed of each audience of a collectivité, one of what anybody reads, and one of each person, who is seen in a collectivité too
-- (voir en tant que).
DROP INDEX "feed_collectivite_id_audience_key";
CREATE UNIQUE INDEX "feed_collectivite_id_audience_user_id_key" ON "feed"("collectivite_id", "audience", "user_id") NULLS NOT DISTINCT;
ALTER TABLE "feed" DROP CONSTRAINT "feed_public_check";
ALTER TABLE "feed" ADD CONSTRAINT "feed_name_check" CHECK (CASE "audience"
    WHEN 'PERSONNE' THEN "user_id" IS NOT NULL
    WHEN 'PUBLIC' THEN num_nonnulls("collectivite_id", "user_id") = 0
    ELSE "collectivite_id" IS NOT NULL AND "user_id" IS NULL
END);

-- What people read beside their roles: what is granted, with what it is filled in; the restricted fiches that they pilot. Nothing of it
-- changed, but who sees it may have.
CALL follow_table('octroi', $$SELECT 'Plan', r.plan_id, 'Plan'::text, NULL::uuid
    UNION ALL SELECT 'Fiche', r.fiche_id, 'Fiche', NULL
    UNION ALL SELECT 'Collectivite', r.collectivite_id, 'Collectivite', NULL
    UNION ALL SELECT 'Service', id, 'Service', NULL FROM service WHERE collectivite_id = r.collectivite_id
    UNION ALL SELECT 'Label', id, 'Label', NULL FROM label WHERE collectivite_id = r.collectivite_id$$);
CALL follow_table('membre_service', $$SELECT 'Plan', plan_id, 'Plan'::text, NULL::uuid FROM octroi WHERE service_id = r.service_id
    UNION ALL SELECT 'Fiche', fiche_id, 'Fiche', NULL FROM octroi WHERE service_id = r.service_id
    UNION ALL SELECT 'Collectivite', collectivite_id, 'Collectivite', NULL FROM octroi WHERE service_id = r.service_id
    UNION ALL SELECT 'Service', s.id, 'Service', NULL FROM octroi o JOIN service s ON s.collectivite_id = o.collectivite_id
        WHERE o.service_id = r.service_id
    UNION ALL SELECT 'Label', l.id, 'Label', NULL FROM octroi o JOIN label l ON l.collectivite_id = o.collectivite_id
        WHERE o.service_id = r.service_id$$);
CALL follow_table('fiche_pilote', $$SELECT 'Fiche', r.fiche_id, 'Fiche'::text, NULL::uuid$$);
CALL follow_table('personne', $$SELECT 'Fiche', fiche_id, 'Fiche'::text, NULL::uuid FROM fiche_pilote WHERE personne_id = r.id$$);

-- Whoever has another role, another collectivité or another address follows something else: they begin again.
CREATE FUNCTION forget_feed_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- In one order, as those who judge them hold them.
    DELETE FROM feed WHERE id IN (
        SELECT id FROM feed WHERE user_id = (CASE TG_TABLE_NAME
            WHEN 'user' THEN to_jsonb(OLD) ->> 'id'
            ELSE to_jsonb(coalesce(NEW, OLD)) ->> 'user_id'
        END)::uuid ORDER BY id FOR UPDATE);
    RETURN NULL;
END
$$;
CREATE TRIGGER forget_feed AFTER INSERT OR DELETE ON "membre" FOR EACH ROW EXECUTE FUNCTION forget_feed_of_person();
CREATE TRIGGER forget_feed_of_role AFTER UPDATE OF "role" ON "membre" FOR EACH ROW
    WHEN (OLD."role" IS DISTINCT FROM NEW."role") EXECUTE FUNCTION forget_feed_of_person();
CREATE TRIGGER forget_feed AFTER UPDATE OF "email", "email_verified" ON "user" FOR EACH ROW
    WHEN ((OLD."email", OLD."email_verified") IS DISTINCT FROM (NEW."email", NEW."email_verified"))
    EXECUTE FUNCTION forget_feed_of_person();

-- A link between the fiches of two collectivités is of both from now on.
INSERT INTO "feed_touch" ("type", "objet_id", "via_type")
    SELECT 'Lien', l.id, 'Lien' FROM lien l JOIN fiche f ON f.id = l.fiche_id JOIN fiche a ON a.id = l.autre_id
    WHERE f.collectivite_id <> a.collectivite_id;
