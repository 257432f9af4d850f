import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { printedSchema } from './printed-schema.ts'

it('is committed as it is (npm run schema prints it again)', async () => {
  const committed = await readFile(new URL('../../../schema.graphql', import.meta.url), 'utf8')
  expect(committed).toBe(printedSchema())
})
