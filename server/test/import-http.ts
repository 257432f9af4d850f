import { expect } from 'vitest'
import { z } from 'zod'
import type { User } from '@pupitre/prisma'
import { graphqlTest } from './graphql-test.ts'
import { spreadsheetFile, TEMPLATE_HEADINGS } from './spreadsheet-file.ts'

const ORIGIN = 'http://127.0.0.1:4000'

/** What a page is shown of a prepared import. */
export const preview = z.object({
  id: z.guid(),
  nom: z.string(),
  type: z.string(),
  counts: z.object({ fiches: z.int(), axes: z.int() }),
  axes: z.array(z.object({ nom: z.string(), fiches: z.array(z.object({ titre: z.string() })) })),
  problems: z.array(
    z.object({
      row: z.int().nullable(),
      column: z.string().nullable(),
      severity: z.string(),
      message: z.string(),
      choices: z.array(z.string()).nullable(),
    }),
  ),
})

/** Whatever the warnings. */
export const DECISIONS = { nom: 'Mon plan', type: 'PCAET', typeAutre: null, accepted: 'all' }

/** A test of the routes of the import: an editor's desk, requests with their session, files sent as a page does. */
export const importTest = graphqlTest
  .extend('desk', async ({ make }) => {
    const collectivite = await make.collectivite()
    const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
    return { collectivite, user }
  })
  .extend('http', ({ app }) => {
    const request = async (
      user: User | null,
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      body: { payload?: object | Buffer; headers?: Record<string, string> } = {},
    ) => {
      const cookie = user ? { cookie: await app.signIn(user) } : {}
      const response = await app.fastify.inject({
        method,
        url,
        headers: { origin: ORIGIN, ...cookie, ...body.headers },
        ...(body.payload && { payload: body.payload }),
      })
      return {
        status: response.statusCode,
        body: response.body === '' ? null : (JSON.parse(response.body) as unknown),
        raw: response,
      }
    }
    return {
      request,
      send: (
        user: User | null,
        siren: string,
        { bytes, fileName = 'plan.xlsx' }: { bytes: Uint8Array; fileName?: string },
      ) => request(user, 'POST', `/api/imports?siren=${siren}`, multipartOf({ bytes, fileName })),
      /** Polls until the import has ended. */
      settled: async (user: User, id: string) => {
        await expect
          .poll(async () => (await request(user, 'GET', `/api/imports/${id}/state`)).body, { timeout: 15_000 })
          .toMatchObject({ kind: expect.stringMatching(/done|failed/) })
        return (await request(user, 'GET', `/api/imports/${id}/state`)).body
      },
    }
  })

/** A file with these rows under the template's headings. */
export const rowsFile = (rows: unknown[][]) =>
  spreadsheetFile({ rows: [TEMPLATE_HEADINGS, ...rows.map((row) => row.map(String))] })

function multipartOf({ bytes, fileName }: { bytes: Uint8Array; fileName: string }) {
  const boundary = 'limite-de-test'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
