import { NotFoundError } from '../errors.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { Tx } from '../transaction.ts'
import type { Beneficiaire } from './octroi-rules.ts'

/** Whom a grant names, as its row does: one of the three. */
export interface GrantedTo {
  membreId: string | null
  serviceId: string | null
  email: string | null
}

const NOBODY: GrantedTo = { membreId: null, serviceId: null, email: null }

/**
 * Whom a grant of a collectivité is to. An address is a member's, when one of the collectivité has it; else it is kept as it is, and
 * the answer does not tell whether anybody has an account there. The name of another collectivité's service is told to be right or
 * wrong: its organisation chart is public.
 * @throws NotFoundError (the member, the service)
 */
export async function findBeneficiaire(
  tx: Pick<Tx, 'membre' | 'service'>,
  { collectiviteId, membreId, serviceId, email, serviceAilleurs }: Beneficiaire & { collectiviteId: string },
): Promise<GrantedTo> {
  if (membreId !== undefined) {
    if (!(await tx.membre.findFirst({ where: { id: membreId, collectiviteId } }))) throw new NotFoundError('MEMBRE')
    return { ...NOBODY, membreId }
  }
  if (email !== undefined) {
    const membre = await tx.membre.findFirst({ where: { collectiviteId, user: { email } }, select: { id: true } })
    return membre ? { ...NOBODY, membreId: membre.id } : { ...NOBODY, email }
  }
  const service = await tx.service.findFirst({
    where: serviceAilleurs
      ? { nomNormalise: normaliseNom(serviceAilleurs.nom), collectivite: { siren: serviceAilleurs.siren } }
      : { id: serviceId ?? '', collectiviteId },
    select: { id: true },
  })
  if (!service) throw new NotFoundError('SERVICE')
  return { ...NOBODY, serviceId: service.id }
}
