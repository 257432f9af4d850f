import { expect, it } from 'vitest'
import { readCsv } from './download-csv.ts'

const csv = (text: string, next?: string) =>
  new Response(text, {
    headers: { 'content-type': 'text/csv; charset=utf-8', ...(next && { 'x-page-suivante': next }) },
  })

it('is every page of the list, with its headings once, asked as nobody', async () => {
  const asked: RequestInit[] = []
  const answers = [csv('\ufeffNom\r\nA\r\n', 'curseur'), csv('\ufeffNom\r\nB\r\n')]
  const text = await readCsv({ texte: 'climat' }, async (_url, init = {}) => {
    asked.push(init)
    return answers[asked.length - 1] ?? Response.error()
  })
  expect(text).toBe('\ufeffNom\r\nA\r\nB\r\n')
  expect(asked.map(({ credentials }) => credentials)).toEqual(['omit', 'omit'])
  expect(asked.map(({ body }) => JSON.parse(String(body)).variables)).toEqual([
    { plans: { recherche: 'climat' }, first: 100, after: null },
    { plans: { recherche: 'climat' }, first: 100, after: 'curseur' },
  ])
})

it('is nothing at all when a page does not come', async () => {
  await expect(readCsv({}, async () => new Response('{"errors":[]}', { status: 429 }))).rejects.toThrow('429')
  const json = { headers: { 'content-type': 'application/json' } }
  await expect(readCsv({}, async () => new Response('{"errors":[]}', json))).rejects.toThrow('200')
})
