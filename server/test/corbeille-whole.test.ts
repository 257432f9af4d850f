import { decodeGlobalID } from '@pothos/plugin-relay'
import { expect } from 'vitest'
import { deleteFiches } from '../src/domain/corbeille/delete-fiches.ts'
import { deletePlan } from '../src/domain/corbeille/delete-plan.ts'
import { restore } from '../src/domain/corbeille/restore.ts'
import { deleteNote } from '../src/domain/note/change-note.ts'
import type { PublishedChange } from '../src/bus/change-bus.ts'
import { graphqlTest as it } from './graphql-test.ts'
import { inTransaction } from '../src/bus/in-transaction.ts'
import { makeWorld } from './whole-world.ts'

const uuid = (globalId: string | undefined) => decodeGlobalID(globalId ?? '').id

/** All that a fiche says and holds. */
const WHOLE = `titre restreinte pilotes { nom } referents { nom } services { nom } tags { nom } structures { nom }
  budgets { montant } financeurs { financeurs { nom } montantHt } mesuresLiees { titre } champsPropres { nom texte }
  sousActions { titre } indicateurs { nom } notesSuivi(first: 9) { edges { node { date } } }
  liens { type fiche { titre } } placements(first: 9) { edges { node { position plan { nom } axe { nom } } } }`

it('brings everything of a fiche and of a plan back, and answers nothing of them meanwhile', async ({
  app,
  make,
  prisma,
}) => {
  const { collectivite, ids } = await makeWorld({ make, prisma })
  const { user, viewer } = await make.membre({ collectivite, role: 'ADMIN' })
  const cookie = await app.signIn(user)
  const transacting = { prisma, viewer, liveText: app.liveText, bus: app.bus }
  const ask = async () => {
    const fiches = ids.Fiche.slice(0, 5).map((id, at) => `f${at}: node(id: "${id}") { ... on Fiche { ${WHOLE} } }`)
    const { data, errors } = await app.query({ query: `{ ${fiches.join(' ')} }`, cookie })
    expect(errors).toEqual([])
    return data
  }
  const before = await ask()
  expect(JSON.stringify(before)).toContain('Mesure Monde')

  const acts = {
    fiche: () => inTransaction(transacting, (useCase) => deleteFiches(useCase, { ficheIds: [uuid(ids.Fiche[0])] })),
    plan: () => inTransaction(transacting, (useCase) => deletePlan(useCase, uuid(ids.Plan[0]))),
  }
  for (const [name, remove] of Object.entries(acts)) {
    const suppressionIds = await remove()
    expect(await ask(), name).toMatchObject({ f0: null, f3: null, f4: null })
    await inTransaction(transacting, (useCase) => restore(useCase, { suppressionIds }))
    expect(await ask(), name).toEqual(before)
  }
})

it('tells the fiche that a sous-action or a note of its own came back', async ({ app, make, prisma }) => {
  const { collectivite, ids } = await makeWorld({ make, prisma })
  const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
  const transacting = { prisma, viewer, liveText: app.liveText, bus: app.bus }
  const told: PublishedChange[] = []
  app.bus.onChange(`fiche/${uuid(ids.Fiche[0])}`, (change) => told.push(change))
  const sousAction = await inTransaction(transacting, (useCase) =>
    deleteFiches(useCase, { ficheIds: [uuid(ids.Fiche[3])] }),
  )
  const note = await inTransaction(transacting, (useCase) => deleteNote(useCase, uuid(ids.NoteSuivi[0])))
  told.length = 0
  const suppressionIds = [...sousAction, note.suppressionId ?? '']
  await inTransaction(transacting, (useCase) => restore(useCase, { suppressionIds }))
  const fields = new Set(told.flatMap((change) => (change.kind === 'fiche' ? change.fields : [])))
  expect(fields).toEqual(new Set(['sousActions', 'notesSuivi']))
})
