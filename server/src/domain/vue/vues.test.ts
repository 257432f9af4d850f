import type { Role } from '@pupitre/prisma'
import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { removeMembre } from '../membre/remove-membre.ts'
import type { UseCase } from '../use-case.ts'
import type { Viewer } from '../viewer.ts'
import { deleteVue, updateVue } from './change-vue.ts'
import { createVue } from './create-vue.ts'
import { MAX_VUES } from './vue-rules.ts'

type Act = <Result>(viewer: Viewer, run: (useCase: UseCase) => Promise<Result>) => Promise<Result>

async function scene({ make, act }: { make: Factories; act: Act }) {
  const collectivite = await make.collectivite()
  const as = async (role: Role) => {
    const { viewer } = await make.membre({ collectivite, role })
    const membreId = viewer.memberships[0]?.membreId ?? ''
    const create = (nom: string, partagee = false) =>
      act(viewer, (useCase) =>
        createVue(useCase, { collectiviteId: collectivite.id, nom, parametres: 'retard=oui', partagee }),
      )
    const update = (vueId: string, change: { nom?: string; parametres?: string; partagee?: boolean }) =>
      act(viewer, (useCase) => updateVue(useCase, { vueId, ...change }))
    const remove = (vueId: string) => act(viewer, (useCase) => deleteVue(useCase, vueId))
    return { viewer, membreId, create, update, remove }
  }
  return { collectivite, as }
}

it('is one’s own whatever one’s role, and absent to everybody else, admins too', async ({ make, act, prisma }) => {
  const { as } = await scene({ make, act })
  const [lecteur, admin] = [await as('LECTEUR'), await as('ADMIN')]
  const { vueId } = await lecteur.create('En retard')
  await lecteur.update(vueId, { nom: 'Les miennes', parametres: '?vue=frise&retard=oui' })
  expect(await prisma.vue.findUniqueOrThrow({ where: { id: vueId } })).toMatchObject({
    membreId: lecteur.membreId,
    nom: 'Les miennes',
    parametres: 'retard=oui&vue=frise',
  })
  await expect(admin.update(vueId, { nom: 'Autre' })).rejects.toMatchObject({ code: 'VUE_NOT_FOUND' })
  await expect(admin.remove(vueId)).rejects.toMatchObject({ code: 'VUE_NOT_FOUND' })
  await expect(lecteur.update(vueId, { partagee: true })).rejects.toMatchObject({ code: 'SHARE_VUES_FORBIDDEN' })
  await expect(lecteur.create('Partagée', true)).rejects.toMatchObject({ code: 'SHARE_VUES_FORBIDDEN' })
  await lecteur.remove(vueId)
  expect(await prisma.vue.count({ where: { id: vueId } })).toBe(0)
})

it('is shared by éditeurs and admins, and changed by its author and the admins alone', async ({
  make,
  act,
  prisma,
}) => {
  const { as } = await scene({ make, act })
  const [author, editeur, admin] = [await as('EDITEUR'), await as('EDITEUR'), await as('ADMIN')]
  const { vueId } = await author.create('Comité', true)
  await expect(editeur.update(vueId, { nom: 'Autre' })).rejects.toMatchObject({ code: 'MANAGE_VUES_FORBIDDEN' })
  await expect(editeur.remove(vueId)).rejects.toMatchObject({ code: 'MANAGE_VUES_FORBIDDEN' })
  await author.update(vueId, { nom: 'Comité de pilotage' })
  await admin.update(vueId, { parametres: 'statut=BLOQUE' })
  // It is its author's again, not the admin's who takes it back.
  await admin.update(vueId, { partagee: false })
  expect(await prisma.vue.findUniqueOrThrow({ where: { id: vueId } })).toMatchObject({
    membreId: author.membreId,
    nom: 'Comité de pilotage',
    parametres: 'statut=BLOQUE',
  })
  await expect(admin.update(vueId, { nom: 'X' })).rejects.toMatchObject({ code: 'VUE_NOT_FOUND' })
})

it('stays with the collectivité once its author has left, and goes with them where it was theirs', async ({
  make,
  act,
  prisma,
}) => {
  const { as } = await scene({ make, act })
  const [author, admin] = [await as('EDITEUR'), await as('ADMIN')]
  const [own, shared] = [await author.create('À moi'), await author.create('À tous', true)]
  await act(admin.viewer, (useCase) => removeMembre(useCase, author.membreId))
  expect(await prisma.vue.count({ where: { id: own.vueId } })).toBe(0)
  expect(await prisma.vue.findUniqueOrThrow({ where: { id: shared.vueId } })).toMatchObject({ auteurId: null })
  await admin.update(shared.vueId, { partagee: false })
  expect(await prisma.vue.findUniqueOrThrow({ where: { id: shared.vueId } })).toMatchObject({
    membreId: admin.membreId,
    auteurId: admin.membreId,
  })
})

it('has a name that no other has where it stands: among one’s own, among those shared', async ({ make, act }) => {
  const { as } = await scene({ make, act })
  const [one, other] = [await as('EDITEUR'), await as('EDITEUR')]
  const { vueId } = await one.create('Été')
  await expect(one.create('ete ')).rejects.toMatchObject({ code: 'VUE_EXISTS' })
  await other.create('Été')
  await other.create('ÉTÉ', true)
  await expect(one.update(vueId, { partagee: true })).rejects.toMatchObject({ code: 'VUE_EXISTS' })
  await one.update(vueId, { partagee: true, nom: 'Été, par axe' })
})

it('is one of so many at most, even when two are made at once', async ({ make, act, prisma }) => {
  const { as, collectivite } = await scene({ make, act })
  const { membreId, create } = await as('EDITEUR')
  const rows = (owner: string | null) =>
    Array.from({ length: MAX_VUES - 1 }, (_, at) => ({
      collectiviteId: collectivite.id,
      membreId: owner,
      nom: `Vue ${at}`,
      nomNormalise: `vue ${at}`,
      parametres: '',
    }))
  await prisma.vue.createMany({ data: [...rows(membreId), ...rows(null)] })
  for (const partagee of [false, true]) {
    const made = await Promise.allSettled([create('Une de plus', partagee), create('Deux de plus', partagee)])
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { issues: [{ code: 'TOO_MANY_VUES' }] },
    })
  }
})
