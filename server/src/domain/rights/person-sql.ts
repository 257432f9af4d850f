import { Prisma, Role } from '@pupitre/prisma'
import { z } from 'zod'

/*
 * By what a person's rights are judged, of a query in SQL which calls them "user": where a statement of Prisma's for each part would be four.
 */

/** Their memberships, and what of theirs grants name. */
export const personRightsSql = Prisma.sql`
  coalesce((
    SELECT json_agg(json_build_object(
      'membreId', membre.id, 'collectiviteId', membre.collectivite_id, 'role', membre.role,
      'serviceIds', ARRAY(SELECT service_id FROM membre_service WHERE membre_id = membre.id)))
    FROM membre WHERE membre.user_id = "user".id), '[]') AS memberships,
  json_build_object(
    'membreIds', ARRAY(
      SELECT membre.id FROM membre
      WHERE membre.user_id = "user".id AND EXISTS (SELECT 1 FROM octroi WHERE octroi.membre_id = membre.id)
      ORDER BY membre.id),
    'serviceIds', ARRAY(
      SELECT membre_service.service_id FROM membre_service JOIN membre ON membre.id = membre_service.membre_id
      WHERE membre.user_id = "user".id
        AND EXISTS (SELECT 1 FROM octroi WHERE octroi.service_id = membre_service.service_id)
      ORDER BY membre_service.service_id),
    'emails', ARRAY(
      SELECT lower("user".email)
      WHERE "user".email_verified AND EXISTS (SELECT 1 FROM octroi WHERE octroi.email = lower("user".email)))
  ) AS grantee`

/** The columns of `personRightsSql`. */
export const personRightsRow = z.object({
  memberships: z.array(
    z.object({
      membreId: z.string(),
      collectiviteId: z.string(),
      role: z.enum(Role),
      serviceIds: z.array(z.string()),
    }),
  ),
  grantee: z.object({
    membreIds: z.array(z.string()),
    serviceIds: z.array(z.string()),
    emails: z.array(z.string()),
  }),
})
