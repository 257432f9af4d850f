/** Writes schema.graphql at the root of the repository, and what the observatory is shown of it in docs/api: `npm run schema` in server. */
import { writeFile } from 'node:fs/promises'
import { printedObservatoire, printedSchema } from '../src/graphql/printed-schema.ts'

await writeFile(new URL('../../schema.graphql', import.meta.url), printedSchema())
await writeFile(new URL('../../docs/api/observatoire.graphql', import.meta.url), printedObservatoire())
