import type { UseCase } from '../use-case.ts'
import type { GrantedThing } from './demand-access.ts'
import type { GrantedTo } from './find-beneficiaire.ts'

/**
 * Tells that a grant was given, changed or taken back: everything that those whom it names have open is judged again, and read again;
 * the admins who look at the plan or the fiche see it.
 */
export async function recordOctroi(
  { tx, record }: Pick<UseCase, 'tx' | 'record'>,
  { planId, ficheId, membreId, serviceId, email }: GrantedThing & GrantedTo,
): Promise<void> {
  const users = await tx.user.findMany({
    where: {
      OR: [
        ...(membreId ? [{ membres: { some: { id: membreId } } }] : []),
        ...(serviceId ? [{ membres: { some: { services: { some: { serviceId } } } } }] : []),
        ...(email ? [{ email }] : []),
      ],
    },
    select: { id: true },
  })
  if (users.length > 0) record.rights({ userIds: users.map(({ id }) => id) })
  if (planId) record.change({ kind: 'plan', planId, fields: ['octrois'] })
  if (ficheId) record.change({ kind: 'fiche', ficheId, fields: ['octrois'] })
}
