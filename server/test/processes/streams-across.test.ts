import { encodeGlobalID } from '@pothos/plugin-relay'
import { encodeAck, encodeStep1, encodeUpdate, STREAM_HEADER, SUBSCRIPTION_STREAMS_PATH } from '@pupitre/document'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { StreamPage } from '../../src/streams/testing/stream-page.ts'
import { watch } from '../watching.ts'
import { isRedisMissing, openPage, startScene, type Scene } from './scene.ts'

const START_MS = 120_000
const PAGES = 4
const EDITS = 5

function typed(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('description').insert(0, words)
  return encodeUpdate(Y.encodeStateAsUpdate(doc))
}

describe.skipIf(isRedisMissing)(
  '[S115] two servers behind a round-robin that sticks to nobody, without websockets',
  () => {
    let scene: Scene
    beforeAll(async () => {
      scene = await startScene(2)
    }, START_MS)
    afterAll(() => scene.close())

    async function people() {
      const { make, signIn, balancer, servers } = scene.group
      const collectivite = await make.collectivite()
      const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
      const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
      return { fiche, cookie: await signIn(user), url: balancer.url, direct: servers[0]?.url ?? '' }
    }

    it('a POST finds the process of its stream, each edit is acknowledged and counts once', async () => {
      const { fiche, cookie, url, direct } = await people()
      const reader = openPage({ url: direct, cookie, ficheId: fiche.id })
      await expect.poll(() => reader.isSynced).toBe(true)
      const pages = Array.from({ length: PAGES }, () => new StreamPage(`${url}/sync/fiche/${fiche.id}?ack=1`))
      onTestFinished(() => pages.forEach((page) => page.leave()))
      // All streams first: each holds its connection, so that they are on both processes by turns.
      for (const page of pages) {
        expect(await page.open({ [STREAM_HEADER]: 'open', cookie })).toBe(200)
        await expect.poll(() => page.name).not.toBe('')
      }
      // The names of the streams begin with their process.
      expect(new Set(pages.map(({ name }) => name.split('.')[0])).size).toBe(2)
      await Promise.all(
        pages.map(async (page, i) => {
          await page.deliver(1, [encodeStep1(Y.encodeStateVector(new Y.Doc()))])
          for (let edit = 0; edit < EDITS; edit += 1) await page.deliver(2 + edit, [typed(`‹${i}.${edit}›`)])
          await expect.poll(() => page.frames).toContainEqual(encodeAck(EDITS))
        }),
      )
      const all = pages.flatMap((_page, i) => Array.from({ length: EDITS }, (_edit, edit) => `‹${i}.${edit}›`))
      await expect.poll(() => all.filter((words) => reader.text.split(words).length !== 2)).toEqual([])
    })

    it('subscriptions are told what is changed on either process', async () => {
      const { fiche, cookie, url } = await people()
      const query = 'subscription ($uuid: UUID!) { ficheChanged(uuid: $uuid) { fiche { statut } } }'
      const watched = Array.from({ length: PAGES }, () =>
        watch(`${url}${SUBSCRIPTION_STREAMS_PATH}`, { query, variables: { uuid: fiche.id }, cookie }),
      )
      onTestFinished(async () => void (await Promise.all(watched.map((each) => each.stop()))))
      for (const { url: server } of scene.group.servers) {
        for (const each of watched) each.heard.length = 0
        const change = (statut: string) =>
          scene.group.graphql({
            url: server,
            cookie,
            query: `mutation ($input: UpdateFicheInput!) { updateFiche(input: $input) { __typename } }`,
            variables: { input: { ficheId: encodeGlobalID('Fiche', fiche.id), statut } },
          })
        let turn = 0
        // A subscription says nothing of when it begins: changes are made until all have heard of one.
        await expect
          .poll(
            async () => {
              await change(['BLOQUE', 'EN_COURS'][(turn += 1) % 2] ?? '')
              return watched.every(({ heard }) => heard.length > 0)
            },
            { timeout: 20_000, interval: 100 },
          )
          .toBe(true)
      }
    })
  },
)
