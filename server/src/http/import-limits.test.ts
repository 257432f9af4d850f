import JSZip from 'jszip'
import { expect } from 'vitest'
import { importTest as test, preview, rowsFile } from '../../test/import-http.ts'
import {
  MAX_CELL_CHARACTERS,
  MAX_FILE_BYTES,
  MAX_FIXES,
  MAX_READINGS_AT_ONCE,
  MAX_WAITING_READINGS,
} from '../exchange/import/import-limits.ts'

const ONE_ROW = [['A', '', '', 'F']]

test(`reads a file of ${MAX_FILE_BYTES} bytes, and none of one byte more`, async ({ http, desk }) => {
  const { collectivite, user } = desk
  const atLimit = await fileOf(MAX_FILE_BYTES)
  expect(atLimit.byteLength).toBe(MAX_FILE_BYTES)
  expect((await http.send(user, collectivite.siren, { bytes: atLimit })).status).toBe(200)
  const past = await http.send(user, collectivite.siren, { bytes: await fileOf(MAX_FILE_BYTES + 1) })
  expect(past).toMatchObject({ status: 413, body: { code: 'IMPORT_REFUSED', message: 'Ce fichier dépasse 10 Mo.' } })
})

test(`keeps ${MAX_READINGS_AT_ONCE + MAX_WAITING_READINGS} files in its queue, and asks the next one to come back`, async ({
  http,
  desk,
  make,
}) => {
  const { collectivite, user } = desk
  const bytes = await rowsFile(ONE_ROW)
  const { user: colleague } = await make.membre({ collectivite, role: 'EDITEUR' })
  const sent = Array.from({ length: MAX_READINGS_AT_ONCE + MAX_WAITING_READINGS + 1 }, (_, index) =>
    http.send(index % 2 === 0 ? user : colleague, collectivite.siren, { bytes }),
  )
  const answers = await Promise.all(sent)
  const refused = answers.filter(({ status }) => status !== 200)
  expect(refused).toMatchObject([
    { status: 422, body: { problems: [{ message: expect.stringContaining('recommencez dans une minute') }] } },
  ])
  // Once the queue is empty there is room again.
  expect((await http.send(user, collectivite.siren, { bytes })).status).toBe(200)
})

test(`takes ${MAX_FIXES} fixes, and not one more`, async ({ http, desk }) => {
  const { collectivite, user } = desk
  const { id } = preview.parse((await http.send(user, collectivite.siren, { bytes: await rowsFile(ONE_ROW) })).body)
  const fix = async (count: number) =>
    http.request(user, 'PUT', `/api/imports/${id}/fixes`, {
      payload: { fixes: Array.from({ length: count }, (_, index) => ({ row: index + 2, column: 'D', value: 'G' })) },
    })
  const taken = await fix(MAX_FIXES)
  expect(preview.parse(taken.body).axes[0]?.fiches).toMatchObject([{ titre: 'G' }])
  expect(await fix(MAX_FIXES + 1)).toMatchObject({
    status: 400,
    body: { code: 'INVALID', message: expect.stringContaining(`au plus ${MAX_FIXES} cellules`) },
  })
  // What was taken stays.
  const shown = preview.parse((await http.request(user, 'GET', `/api/imports/${id}`)).body)
  expect(shown.axes[0]?.fiches).toMatchObject([{ titre: 'G' }])
})

test(`takes a fix of ${MAX_CELL_CHARACTERS} characters, as a spreadsheet does, and not one more`, async ({
  http,
  desk,
}) => {
  const { collectivite, user } = desk
  const { id } = preview.parse((await http.send(user, collectivite.siren, { bytes: await rowsFile(ONE_ROW) })).body)
  const fix = async (length: number) => {
    const fixes = [{ row: 2, column: 'E', value: 'x'.repeat(length) }]
    return (await http.request(user, 'PUT', `/api/imports/${id}/fixes`, { payload: { fixes } })).status
  }
  expect([await fix(MAX_CELL_CHARACTERS), await fix(MAX_CELL_CHARACTERS + 1)]).toEqual([200, 400])
})

/** A good workbook of exactly this many bytes: a picture of noise makes up the weight. */
async function fileOf(bytes: number): Promise<Uint8Array> {
  const weighing = async (picture: number): Promise<Uint8Array> => {
    const zip = await JSZip.loadAsync(await rowsFile(ONE_ROW))
    zip.file('xl/media/image1.bin', new Uint8Array(picture), { compression: 'STORE' })
    return zip.generateAsync({ type: 'uint8array', compression: 'STORE' })
  }
  const empty = await weighing(1)
  return weighing(1 + bytes - empty.byteLength)
}
