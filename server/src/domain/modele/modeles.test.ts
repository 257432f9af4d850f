import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { actorOf } from '../live-text.ts'
import type { UseCase } from '../use-case.ts'
import type { Viewer } from '../viewer.ts'
import { createModele } from './create-modele.ts'
import { createPlanFromModele } from './create-plan-from-modele.ts'
import { deleteModele, renameModele } from './change-modele.ts'
import { MAX_MODELES } from './modele-rules.ts'

type Act = <Result>(viewer: Viewer, run: (useCase: UseCase) => Promise<Result>) => Promise<Result>

async function scene({ make, act }: { make: Factories; act: Act }) {
  const collectivite = await make.collectivite()
  const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
  const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
  const plan = await make.plan({ collectivite, nom: 'PCAET 2020', description: 'Ce que vise le plan' })
  const modele = (nom: string, { who = viewer, avecFiches = false } = {}) =>
    act(who, (useCase) => createModele(useCase, { planId: plan.id, nom, avecFiches }))
  return { collectivite, plan, viewer, admin, modele }
}

const SHAPE = {
  niveaux: true,
  type: true,
  axes: { orderBy: { position: 'asc' }, select: { nom: true, parent: { select: { nom: true } } } },
  champsPropres: {
    orderBy: { position: 'asc' },
    select: { nom: true, type: true, choix: { orderBy: { position: 'asc' }, select: { nom: true } } },
  },
} as const

it('gives a new plan the shape of the one that it was made of, and the titres of the fiches that all may read', async ({
  make,
  prisma,
  act,
}) => {
  const { plan, viewer, modele } = await scene({ make, act })
  await prisma.plan.update({ where: { id: plan.id }, data: { niveaux: ['Défi', 'Objectif'] } })
  const axe = await make.axe({ plan, nom: 'Mobilités' })
  const sousAxe = await make.axe({ parent: axe, nom: 'Vélo' })
  await make.axe({ plan, nom: 'Énergie' })
  const document = { kind: 'plan', uuid: plan.id } as const
  await act(viewer, async ({ liveText }) =>
    liveText.apply({
      document,
      field: `axe:${axe.id}`,
      actor: actorOf(viewer),
      delta: [{ insert: 'Se déplacer ' }, { insert: 'moins', attributes: { bold: true } }],
    }),
  )
  await make.fiche({ axe: sousAxe, titre: 'Piste cyclable' })
  await make.fiche({ axe, titre: 'Covoiturage' })
  await make.fiche({ plan, titre: 'À la racine' })
  const closed = await make.fiche({ axe, titre: 'Confidentielle' })
  await prisma.fiche.update({ where: { id: closed.id }, data: { restreinte: true } })
  await prisma.champPropre.create({
    data: {
      planId: plan.id,
      nom: 'Priorité',
      type: 'CHOIX',
      position: 'a0',
      choix: {
        create: [
          { nom: 'Haute', position: 'a0' },
          { nom: 'Basse', position: 'a1' },
        ],
      },
    },
  })

  const { modeleId } = await modele('PCAET type', { avecFiches: true })
  const { planId } = await act(viewer, (useCase) => createPlanFromModele(useCase, { modeleId, nom: 'PCAET 2026' }))
  const shapeOf = (id: string) => prisma.plan.findUniqueOrThrow({ where: { id }, select: SHAPE })
  expect(await shapeOf(planId)).toEqual(await shapeOf(plan.id))
  const places = await prisma.placement.findMany({
    where: { planId },
    select: { axe: { select: { nom: true } }, fiche: { select: { titre: true } } },
  })
  expect(new Set(places.map((place) => `${place.axe?.nom} ${place.fiche.titre}`))).toEqual(
    new Set(['Vélo Piste cyclable', 'Mobilités Covoiturage', 'undefined À la racine']),
  )
  const copied = await prisma.axe.findFirstOrThrow({ where: { planId, nom: 'Mobilités' } })
  const [texts] = await act(viewer, ({ liveText }) => liveText.read([{ kind: 'plan', uuid: planId }]))
  const words = (field: string) => texts?.fields[field]?.map(({ insert }) => insert).join('')
  expect(words('description')).toBe('Ce que vise le plan\n')
  expect(words(`axe:${copied.id}`)).toBe('Se déplacer moins')
  expect(texts?.fields[`axe:${copied.id}`]).toContainEqual({ insert: 'moins', attributes: { bold: true } })
  expect(await prisma.planModele.findUniqueOrThrow({ where: { id: modeleId } })).toMatchObject({
    axesCount: 3,
    champsCount: 1,
    fichesCount: 3,
  })
})

it('holds no fiche unless it is asked for them, and refuses a name that another has', async ({ make, prisma, act }) => {
  const { plan, viewer, modele, collectivite } = await scene({ make, act })
  await make.fiche({ plan })
  const { modeleId } = await modele('Type')
  expect(await prisma.planModele.findUniqueOrThrow({ where: { id: modeleId } })).toMatchObject({ fichesCount: 0 })
  await expect(modele('TYPE ')).rejects.toMatchObject({ code: 'MODELE_EXISTS' })
  const { modeleId: otherId } = await modele('Autre')
  const rename = (nom: string) => act(viewer, (useCase) => renameModele(useCase, { modeleId: otherId, nom }))
  await expect(rename('type')).rejects.toMatchObject({ code: 'MODELE_EXISTS' })
  await rename('AUTRE')
  await act(viewer, (useCase) => deleteModele(useCase, modeleId))
  const left = await prisma.planModele.findMany({ where: { collectiviteId: collectivite.id } })
  expect(left.map(({ nom }) => nom)).toEqual(['AUTRE'])
})

it('is made of a restricted plan by admins only, since every member reads it', async ({ make, prisma, act }) => {
  const { plan, viewer, admin, modele } = await scene({ make, act })
  await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
  await prisma.octroi.create({
    data: {
      planId: plan.id,
      collectiviteId: plan.collectiviteId,
      niveau: 'EDITER',
      membreId: viewer.memberships[0]?.membreId ?? null,
    },
  })
  await expect(modele('Restreint')).rejects.toMatchObject({ code: 'MANAGE_PLAN_ACCESS_FORBIDDEN' })
  await modele('Restreint', { who: admin })
})

it('is one of so many at most, even when two are made at once', async ({ make, prisma, act }) => {
  const { modele, collectivite } = await scene({ make, act })
  await prisma.planModele.createMany({
    data: Array.from({ length: MAX_MODELES - 1 }, (_, index) => ({
      collectiviteId: collectivite.id,
      nom: `Modèle ${index}`,
      nomNormalise: `modele ${index}`,
      type: 'PCAET',
      contenu: {},
      axesCount: 0,
      champsCount: 0,
      fichesCount: 0,
    })),
  })
  const made = await Promise.allSettled([modele('Un de plus'), modele('Deux de plus')])
  expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(made.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { issues: [{ code: 'TOO_MANY_MODELES' }] },
  })
})
