import { describe, expect } from 'vitest'
import { addFicheService } from '../../src/domain/fiche/sets/fiche-services.ts'
import { addMembreService } from '../../src/domain/membre/change-membre.ts'
import { deleteService } from '../../src/domain/service/delete-service.ts'
import { mergeServices } from '../../src/domain/service/merge-services.ts'
import { expectRefusal, people, raceTest as it } from './race-test.ts'

describe('a service that is merged meanwhile', () => {
  it('is not found any more by who has it pilot a fiche', async ({ make, prisma, race }) => {
    const { viewer, fiche, into, from } = await services({ make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => mergeServices(useCase, { intoId: into.id, serviceIds: [from.id] }),
      second: (useCase) => addFicheService(useCase, { ficheId: fiche.id, serviceId: from.id }),
    })
    expectRefusal(second.error, 'SERVICE_NOT_FOUND')
  })

  it('hands over the fiche that it is given just before', async ({ make, prisma, race }) => {
    const { viewer, fiche, into, from } = await services({ make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => addFicheService(useCase, { ficheId: fiche.id, serviceId: from.id }),
      second: (useCase) => mergeServices(useCase, { intoId: into.id, serviceIds: [from.id] }),
    })
    expect(second.error).toBeUndefined()
    expect(await prisma.ficheService.findMany({ where: { ficheId: fiche.id } })).toMatchObject([{ serviceId: into.id }])
  })

  it('is not found any more by who puts a member in it', async ({ make, prisma, race }) => {
    const { viewer, membreId, into, from } = await services({ make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => mergeServices(useCase, { intoId: into.id, serviceIds: [from.id] }),
      second: (useCase) => addMembreService(useCase, { membreId, serviceId: from.id }),
    })
    expectRefusal(second.error, 'SERVICE_NOT_FOUND')
  })
})

describe('a service that nothing named', () => {
  it('is kept when a fiche takes it just before it is deleted', async ({ make, prisma, race }) => {
    const { viewer, fiche, from } = await services({ make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => addFicheService(useCase, { ficheId: fiche.id, serviceId: from.id }),
      second: (useCase) => deleteService(useCase, from.id),
    })
    expectRefusal(second.error, 'SERVICE_USED')
  })
})

async function services({ make, prisma }: Parameters<typeof people>[0]) {
  const { collectivite, viewer, membreId } = await people({ make, prisma })
  const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
  const [into, from] = [await make.service({ collectivite }), await make.service({ collectivite })]
  return { viewer, membreId, fiche, into, from }
}
