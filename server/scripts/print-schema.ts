/** Writes schema.graphql at the root of the repository: `npm run schema` in server. */
import { writeFile } from 'node:fs/promises'
import { printedSchema } from '../src/graphql/printed-schema.ts'

await writeFile(new URL('../../schema.graphql', import.meta.url), printedSchema())
