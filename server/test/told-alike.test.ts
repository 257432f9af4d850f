import { decodeGlobalID } from '@pothos/plugin-relay'
import { execute, parse } from 'graphql'
import { expect } from 'vitest'
import { loadViewer } from '../src/auth/load-viewer.ts'
import { createLoaders } from '../src/graphql/loaders.ts'
import { schema } from '../src/graphql/schema.ts'
import { asksOfOneself } from '../src/graphql/subscription/alike.ts'
import { createSharedReads, type Reader } from '../src/graphql/subscription/shared-reads.ts'
import { questions } from './every-question.ts'
import type { Person } from './factories.ts'
import { graphqlTest as it } from './graphql-test.ts'
import { makeWorld } from './whole-world.ts'

/** A hundred questions and more for each, on busy cores. */
const TIMEOUT_MS = 300_000

const uuid = (globalId = ''): string => decodeGlobalID(globalId).id

it(
  'is, to every field, what each who is told of an event together with others would be told alone',
  { timeout: TIMEOUT_MS },
  async ({ app, make, prisma }) => {
    const open = await makeWorld({ make, prisma }, { mark: 'Ouvert' })
    const { collectivite } = open
    const secret = await makeWorld({ make, prisma }, { mark: 'Secret', commun: 'Commun', collectivite })
    const collectiviteId = collectivite.id
    await prisma.plan.update({ where: { id: uuid(secret.ids.Plan[0]) }, data: { visibilite: 'RESTREINT' } })
    await prisma.fiche.update({ where: { id: uuid(open.ids.Fiche[2]) }, data: { restreinte: true } })
    const [service] = await prisma.service.findMany({ where: { id: uuid(open.ids.Service[0]) } })
    const granted = await make.service({ collectivite })
    if (!service) throw new Error('the world has services')
    await prisma.octroi.create({
      data: { collectiviteId, planId: uuid(secret.ids.Plan[0]), serviceId: granted.id, niveau: 'EDITER' },
    })
    const contributeur = () => make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] })
    const people: Record<string, Person> = {
      lecteur: await make.membre({ collectivite, role: 'LECTEUR' }),
      'autre lecteur': await make.membre({ collectivite, role: 'LECTEUR' }),
      'contributeur du service': await contributeur(),
      'autre contributeur du service': await contributeur(),
      'contributeur pilote': await contributeur(),
      'autre contributeur pilote': await contributeur(),
      'contributeur pilote d’une autre fiche': await contributeur(),
      'lecteur pilote': await make.membre({ collectivite, role: 'LECTEUR' }),
      'lecteur pilote d’une fiche restreinte': await make.membre({ collectivite, role: 'LECTEUR' }),
      'autre lecteur pilote d’une fiche restreinte': await make.membre({
        collectivite,
        role: 'LECTEUR',
        services: [service],
      }),
      'contributeur du service à qui un plan est ouvert': await make.membre({
        collectivite,
        role: 'CONTRIBUTEUR',
        services: [granted],
      }),
      éditeur: await make.membre({ collectivite, role: 'EDITEUR' }),
      'autre éditeur': await make.membre({ collectivite, role: 'EDITEUR' }),
      'éditeur pilote d’une fiche restreinte': await make.membre({ collectivite, role: 'EDITEUR' }),
      admin: await make.membre({ collectivite, role: 'ADMIN' }),
      'autre admin': await make.membre({ collectivite, role: 'ADMIN', services: [service] }),
    }
    for (const [who, ficheId] of [
      ['contributeur pilote', uuid(open.ids.Fiche[1])],
      ['autre contributeur pilote', uuid(open.ids.Fiche[1])],
      ['contributeur pilote d’une autre fiche', uuid(open.ids.Fiche[0])],
      ['lecteur pilote', uuid(open.ids.Fiche[1])],
      ['lecteur pilote d’une fiche restreinte', uuid(open.ids.Fiche[2])],
      ['autre lecteur pilote d’une fiche restreinte', uuid(open.ids.Fiche[2])],
      ['autre admin', uuid(open.ids.Fiche[2])],
      ['éditeur pilote d’une fiche restreinte', uuid(open.ids.Fiche[2])],
    ] as const) {
      const userId = people[who]?.user.id ?? ''
      const { id: personneId } = await prisma.personne.findFirstOrThrow({ where: { membre: { userId } } })
      await prisma.fichePilote.create({ data: { ficheId, personneId, collectiviteId } })
    }
    const asked = questions(open, secret).flatMap((query) => {
      const document = parse(query)
      return asksOfOneself(schema, document) ? [] : [document]
    })
    expect(asked.length).toBeGreaterThan(100)

    const reads = createSharedReads(prisma)({})
    const readers = new Map<string, Reader>()
    for (const [who, { viewer: session }] of Object.entries(people)) {
      const loaded = await loadViewer(prisma, { session: { id: session.sessionId }, now: new Date() })
      const viewer = loaded?.viewer ?? null
      const [alone, together] = [await reads.as(viewer, { alone: true }), await reads.as(viewer, { alone: false })]
      readers.set(who, together)
      const [own, shared] = [contextOf(alone), contextOf(together)]
      for (const document of asked) {
        const [expected, told] = [
          await execute({ schema, document, contextValue: own }),
          await execute({ schema, document, contextValue: shared }),
        ]
        if (JSON.stringify(told) !== JSON.stringify(expected)) expect(told, who).toEqual(expected)
      }
    }
    const sameAs = (who: string, other: string) => readers.get(who) === readers.get(other)
    for (const [who, other] of [
      ['lecteur', 'autre lecteur'],
      ['lecteur', 'lecteur pilote'],
      ['lecteur pilote d’une fiche restreinte', 'autre lecteur pilote d’une fiche restreinte'],
      ['contributeur du service', 'autre contributeur du service'],
      ['contributeur pilote', 'autre contributeur pilote'],
      ['éditeur', 'autre éditeur'],
      ['admin', 'autre admin'],
    ] as const)
      expect([who, sameAs(who, other)]).toEqual([who, true])
    for (const [who, other] of [
      ['contributeur du service', 'contributeur pilote'],
      ['contributeur pilote', 'contributeur pilote d’une autre fiche'],
      ['lecteur', 'lecteur pilote d’une fiche restreinte'],
      ['éditeur', 'éditeur pilote d’une fiche restreinte'],
      ['lecteur', 'éditeur'],
    ] as const)
      expect([who, sameAs(who, other)]).toEqual([who, false])

    function contextOf(reader: Reader) {
      const { bus, liveText } = app
      return { ...reader, bus, liveText, loaders: createLoaders(reader), requestId: 'une' }
    }
  },
)
