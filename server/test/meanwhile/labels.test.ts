import { describe, expect } from 'vitest'
import { addFicheLabel } from '../../src/domain/fiche/sets/fiche-labels.ts'
import { mergeLabels } from '../../src/domain/label/merge-labels.ts'
import { renameLabel } from '../../src/domain/label/rename-label.ts'
import { expectRefusal, people, raceTest as it } from './race-test.ts'

describe('a label that is merged meanwhile', () => {
  it('is not found any more by who puts it on a fiche', async ({ make, prisma, race }) => {
    const { viewer, fiche, into, from } = await labels({ make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => mergeLabels(useCase, { intoId: into.id, labelIds: [from.id] }),
      second: (useCase) => addFicheLabel(useCase, { ficheId: fiche.id, genre: 'TAG', labelId: from.id }),
    })
    expectRefusal(second.error, 'LABEL_NOT_FOUND')
  })

  it('takes over the fiche on which it is put just before', async ({ make, prisma, race }) => {
    const { viewer, fiche, into, from } = await labels({ make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => addFicheLabel(useCase, { ficheId: fiche.id, genre: 'TAG', labelId: from.id }),
      second: (useCase) => mergeLabels(useCase, { intoId: into.id, labelIds: [from.id] }),
    })
    expect(second.error).toBeUndefined()
    expect(await prisma.ficheLabel.findMany({ where: { ficheId: fiche.id } })).toMatchObject([{ labelId: into.id }])
  })

  it('is not renamed any more', async ({ make, prisma, race }) => {
    const { viewer, into, from } = await labels({ make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => mergeLabels(useCase, { intoId: into.id, labelIds: [from.id] }),
      second: (useCase) => renameLabel(useCase, { labelId: from.id, nom: 'Autre' }),
    })
    expectRefusal(second.error, 'LABEL_NOT_FOUND')
  })

  it('into another, as that one is into it, leaves one of the two', async ({ make, prisma, race }) => {
    const { viewer, collectivite, into, from } = await labels({ make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => mergeLabels(useCase, { intoId: into.id, labelIds: [from.id] }),
      second: (useCase) => mergeLabels(useCase, { intoId: from.id, labelIds: [into.id] }),
    })
    expectRefusal(second.error, 'LABEL_NOT_FOUND')
    expect(await prisma.label.count({ where: { collectiviteId: collectivite.id } })).toBe(1)
  })
})

async function labels({ make, prisma }: Parameters<typeof people>[0]) {
  const { collectivite, viewer } = await people({ make, prisma })
  const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
  const create = (nom: string) =>
    prisma.label.create({ data: { collectiviteId: collectivite.id, genre: 'TAG', nom, nomNormalise: nom } })
  return { collectivite, viewer, fiche, into: await create('haies'), from: await create('haie') }
}
