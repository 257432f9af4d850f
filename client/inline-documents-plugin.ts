import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** `graphql(\`query Name …\`)`, as every module of the client writes its documents. */
const WRITTEN = /\bgraphql\(`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g

/**
 * Puts each GraphQL document where it is written, in place of the table of all of them, so that a page brings its own and no other. The
 * documents are those that the code generator made (src/gql/graphql.ts), each with the hash by which the server knows it.
 */
export function inlineDocuments(): Plugin {
  let generated: Record<string, object> = {}
  let hashes = new Map<string, string>()
  return {
    name: 'pupitre-inline-documents',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      generated = await import('./src/gql/graphql.ts')
      hashes = readHashes()
    },
    transform(code, id) {
      if (!/\/client\/src\/.*\.tsx?$/.test(id) || id.includes('/src/gql/') || !code.includes('graphql(`')) return null
      const inlined = code.replaceAll(WRITTEN, (written, kind: string, name: string) => {
        const document = generated[`${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`]
        if (!document) this.error(`No document is generated for the ${kind} ${name}: run « npm run generate ».`)
        // As many lines as before: the rest of the file stays where its source is.
        const hash = hashes.get(`${kind} ${name}`)
        return `(${JSON.stringify({ ...document, ...(hash !== undefined && { hash }) })}${'\n'.repeat(written.split('\n').length - 1)})`
      })
      return { code: inlined, map: null }
    },
  }
}

/** The hash of each registered operation (codegen/registered-operations.mjs), by its kind and name. */
function readHashes(): Map<string, string> {
  const registered: Record<string, string> = JSON.parse(
    readFileSync(new URL('src/gql/registered-operations.json', import.meta.url), 'utf8'),
  )
  return new Map(Object.entries(registered).map(([hash, text]) => [/^\w+ \w+/.exec(text)?.[0] ?? '', hash]))
}
