import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { RegisteredOperations } from '../graphql/limits/registered-operations.ts'

const manifest = z.record(z.string(), z.string())

/** The operations that the built application was made with; none for a build of before, whose pages send texts. */
export async function readRegisteredOperations({ folder }: { folder: string }): Promise<RegisteredOperations> {
  const file = join(folder, 'operations.json')
  if (!existsSync(file)) return new Map()
  const text = await readFile(file, 'utf8')
  return new Map(Object.entries(manifest.parse(JSON.parse(text))))
}
