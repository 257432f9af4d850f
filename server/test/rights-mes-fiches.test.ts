import { parse, subscribe } from 'graphql'
import { expect } from 'vitest'
import { createChangeBus } from '../src/bus/change-bus.ts'
import { inTransaction } from '../src/bus/in-transaction.ts'
import { deleteFiches } from '../src/domain/corbeille/delete-fiches.ts'
import { restore } from '../src/domain/corbeille/restore.ts'
import { restrictFiche } from '../src/domain/fiche/restrict-fiche.ts'
import { addFichePersonne, removeFichePersonne } from '../src/domain/fiche/sets/fiche-personnes.ts'
import { addFicheService, removeFicheService } from '../src/domain/fiche/sets/fiche-services.ts'
import { updateFiche } from '../src/domain/fiche/update-fiche.ts'
import type { UseCase } from '../src/domain/use-case.ts'
import type { PersonViewer } from '../src/domain/viewer.ts'
import { storedLiveText } from '../src/exchange/stored-live-text.ts'
import type { GraphqlContext } from '../src/graphql/context.ts'
import { createLoaders } from '../src/graphql/loaders.ts'
import { schema } from '../src/graphql/schema.ts'
import { createWebhookPort } from '../src/webhooks/open-webhooks.ts'
import { domainTest } from './domain-test.ts'
import { AUTH_SECRET } from './factories.ts'

const test = domainTest.extend('scene', async ({ make, prisma }) => {
  const collectivite = await make.collectivite()
  const service = await make.service({ collectivite })
  const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
  const admin = await make.membre({ collectivite, role: 'ADMIN' })
  const agent = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
  const colleague = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] })
  const stranger = await make.membre({ role: 'ADMIN' })
  const bus = createChangeBus()
  const personneOf = async ({ viewer }: typeof agent) => {
    const membreId = viewer.memberships[0]?.membreId ?? ''
    return (await prisma.personne.findFirstOrThrow({ where: { membreId } })).id
  }
  return {
    ficheId: fiche.id,
    serviceId: service.id,
    agentId: await personneOf(agent),
    admin,
    agent,
    colleague,
    stranger,
    act: <Result>(run: (useCase: UseCase) => Promise<Result>) =>
      inTransaction({ prisma, viewer: admin.viewer, liveText: storedLiveText, bus }, run),
    /** Listens as these; `toldSince` answers who was told of what an act did. */
    watch: async (viewers: readonly (PersonViewer | null)[]) => {
      const streams = await Promise.all(
        viewers.map(async (viewer) => {
          const contextValue: GraphqlContext = {
            viewer,
            prisma,
            bus,
            webhooks: createWebhookPort({ authSecret: AUTH_SECRET, allowLoopback: false }),
            mail: { post: () => Promise.resolve(), secretOf: () => '' },
            liveText: storedLiveText,
            loaders: createLoaders({ prisma, viewer }),
            requestId: 'test',
          }
          const document = parse('subscription { mesFichesChanged { auteur } }')
          const stream = await subscribe({ schema, document, contextValue })
          if (!(Symbol.asyncIterator in stream)) throw new Error('a stream is answered')
          const told = { auteurs: new Array<unknown>(), error: null as unknown }
          void (async () => {
            for await (const { data } of stream) told.auteurs.push(data?.['mesFichesChanged'])
          })().catch((error: unknown) => (told.error = error))
          return told
        }),
      )
      return {
        streams,
        toldSince: async (act: () => Promise<unknown>) => {
          for (const stream of streams) stream.auteurs.length = 0
          await act()
          // One more change for everybody who listens comes last: whoever has it has had the others.
          const end = { by: { userId: '', name: 'fin' }, at: new Date(), ficheIds: null }
          bus.publish(
            viewers.flatMap((viewer) => (viewer ? [{ kind: 'mesFiches', userId: viewer.userId, ...end }] : [])),
          )
          for (const { auteurs } of streams) await expect.poll(() => auteurs.at(-1)).toEqual({ auteur: 'fin' })
          return streams.map(({ auteurs }) => auteurs.length > 1)
        },
      }
    },
  }
})

test('mesFichesChanged tells pilotes, référents and members of the services, and nobody else', async ({ scene }) => {
  const { act, agent, colleague, stranger, admin, ficheId, agentId, serviceId } = scene
  const { toldSince } = await scene.watch([agent, colleague, stranger, admin].map(({ viewer }) => viewer))
  const person = { ficheId, personneId: agentId }
  const told = {
    'made pilote': await toldSince(() => act((useCase) => addFichePersonne(useCase, 'pilotes', person))),
    'a field changes': await toldSince(() => act((useCase) => updateFiche(useCase, { ficheId, statut: 'EN_COURS' }))),
    'the service joins': await toldSince(() => act((useCase) => addFicheService(useCase, { ficheId, serviceId }))),
    'both have it': await toldSince(() => act((useCase) => updateFiche(useCase, { ficheId, statut: 'REALISE' }))),
    'pilote no more': await toldSince(() => act((useCase) => removeFichePersonne(useCase, 'pilotes', person))),
    'made référent': await toldSince(() => act((useCase) => addFichePersonne(useCase, 'referents', person))),
    'référent no more': await toldSince(() => act((useCase) => removeFichePersonne(useCase, 'referents', person))),
    'the service leaves': await toldSince(() => act((useCase) => removeFicheService(useCase, { ficheId, serviceId }))),
    'nobody has it': await toldSince(() => act((useCase) => updateFiche(useCase, { ficheId, statut: null }))),
  }
  expect(told).toEqual({
    'made pilote': [true, false, false, false],
    'a field changes': [true, false, false, false],
    'the service joins': [true, true, false, false],
    'both have it': [true, true, false, false],
    'pilote no more': [true, true, false, false],
    'made référent': [true, true, false, false],
    'référent no more': [true, true, false, false],
    'the service leaves': [false, true, false, false],
    'nobody has it': [false, false, false, false],
  })
})

test('mesFichesChanged tells of a fiche that goes and comes back, and nothing of a restricted one to who may not read it', async ({
  scene,
  prisma,
}) => {
  const { act, agent, colleague, ficheId, agentId, serviceId } = scene
  await act((useCase) => addFichePersonne(useCase, 'pilotes', { ficheId, personneId: agentId }))
  await act((useCase) => addFicheService(useCase, { ficheId, serviceId }))
  const { toldSince } = await scene.watch([agent.viewer, colleague.viewer])
  const bringBack = async () => {
    const { suppressionId } = await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })
    await act((useCase) => restore(useCase, { suppressionIds: [suppressionId ?? ''] }))
  }
  const told = {
    deleted: await toldSince(() => act((useCase) => deleteFiches(useCase, { ficheIds: [ficheId] }))),
    restored: await toldSince(bringBack),
    restricted: await toldSince(() => act((useCase) => restrictFiche(useCase, { ficheId, restreinte: true }))),
    'changed while restricted': await toldSince(() =>
      act((useCase) => updateFiche(useCase, { ficheId, statut: 'BLOQUE' })),
    ),
    'deleted while restricted': await toldSince(() => act((useCase) => deleteFiches(useCase, { ficheIds: [ficheId] }))),
    'restored while restricted': await toldSince(bringBack),
    'open again': await toldSince(() => act((useCase) => restrictFiche(useCase, { ficheId, restreinte: false }))),
  }
  expect(told).toEqual({
    deleted: [true, true],
    restored: [true, true],
    restricted: [true, true],
    'changed while restricted': [true, false],
    'deleted while restricted': [true, false],
    'restored while restricted': [true, false],
    'open again': [true, true],
  })
})

test('mesFichesChanged refuses who is not signed in', async ({ scene }) => {
  const { streams } = await scene.watch([null])
  await expect.poll(() => streams[0]?.error).toMatchObject({ extensions: { code: 'NOT_FOUND' } })
})
