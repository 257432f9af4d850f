import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { deleteFiches } from './delete-fiches.ts'
import { restore } from './restore.ts'
import { watchCorbeille } from './watch-corbeille.ts'

it('tells that what one sees in the corbeille has changed, and nothing of what one may not read', async ({
  make,
  prisma,
  act,
}) => {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
  const { viewer: editeur } = await make.membre({ collectivite, role: 'EDITEUR' })
  const { viewer: lecteur } = await make.membre({ collectivite, role: 'LECTEUR' })
  const watched = watchCorbeille({ prisma, viewer: editeur }, collectivite.id)
  const ofAdmin = watchCorbeille({ prisma, viewer: admin }, collectivite.id)
  expect(await watchCorbeille({ prisma, viewer: lecteur }, collectivite.id).mayLook()).toBe(false)
  expect(await watchCorbeille({ prisma, viewer: null }, collectivite.id).mayLook()).toBe(false)
  expect([await watched.mayLook(), await ofAdmin.mayLook()]).toEqual([true, true])

  const hidden = await make.fiche({ plan })
  await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
  const hiddenIds = await act(admin, (useCase) => deleteFiches(useCase, { ficheIds: [hidden.id] }))
  expect([await watched.hasChanged(), await ofAdmin.hasChanged()]).toEqual([false, true])
  await act(admin, (useCase) => restore(useCase, { suppressionIds: hiddenIds }))
  expect([await watched.hasChanged(), await ofAdmin.hasChanged()]).toEqual([false, true])

  const fiche = await make.fiche({ plan })
  const suppressionIds = await act(admin, (useCase) => deleteFiches(useCase, { ficheIds: [fiche.id] }))
  expect(await watched.hasChanged()).toBe(true)
  expect(await watched.hasChanged()).toBe(false)
  await act(admin, (useCase) => restore(useCase, { suppressionIds }))
  expect(await watched.hasChanged()).toBe(true)
})
