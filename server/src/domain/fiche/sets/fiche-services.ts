import { z } from 'zod'
import { NotFoundError } from '../../errors.ts'
import { parseInput } from '../../parse-input.ts'
import type { UseCase } from '../../use-case.ts'
import { MAX_SERVICES } from '../fiche-rules.ts'
import { recordMesFichesGone } from '../record-mes-fiches.ts'
import { changeFicheSet, demandRoom } from './change-fiche-set.ts'
import { recordPiloting } from './record-piloting.ts'

const serviceSchema = z.object({ ficheId: z.guid(), serviceId: z.guid() })

type Input = z.input<typeof serviceSchema>

/** Adds a service of the collectivité to those that pilot a fiche. @throws ValidationError, NotFoundError, ForbiddenError */
export async function addFicheService(useCase: UseCase, input: Input): Promise<void> {
  const { tx } = useCase
  const { ficheId, serviceId } = parseInput(serviceSchema, input)
  await changeFicheSet(useCase, {
    ficheId,
    write: async (fiche) => {
      const { collectiviteId } = fiche
      if ((await tx.service.count({ where: { id: serviceId, collectiviteId } })) === 0)
        throw new NotFoundError('SERVICE')
      const data = { ficheId, serviceId, collectiviteId }
      const { count } = await tx.ficheService.createMany({ data, skipDuplicates: true })
      if (count === 0) return []
      const there = await tx.ficheService.count({ where: { ficheId } })
      demandRoom({ count: there, max: MAX_SERVICES, field: 'services' })
      await recordPiloting(useCase, { fiches: [fiche], membres: { services: { some: { serviceId } } } })
      return ['services']
    },
  })
}

/** Takes a service away from those that pilot a fiche. @throws NotFoundError (the fiche), ForbiddenError */
export async function removeFicheService(useCase: UseCase, input: Input): Promise<void> {
  const { tx } = useCase
  const where = parseInput(serviceSchema, input)
  await changeFicheSet(useCase, {
    ficheId: where.ficheId,
    write: async (fiche) => {
      const { count } = await tx.ficheService.deleteMany({ where })
      if (count === 0) return []
      await recordPiloting(useCase, {
        fiches: [fiche],
        membres: { services: { some: { serviceId: where.serviceId } } },
      })
      await recordMesFichesGone(useCase, { services: { some: { serviceId: where.serviceId } } })
      return ['services']
    },
  })
}
