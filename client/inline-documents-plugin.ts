import type { Plugin } from 'vite'

/** `graphql(\`query Name …\`)`, as every module of the client writes its documents. */
const WRITTEN = /\bgraphql\(`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g

/**
 * Puts each GraphQL document where it is written, in place of the table of all of them, so that a page brings its own and no other. The
 * documents are those that the code generator made (src/gql/graphql.ts).
 */
export function inlineDocuments(): Plugin {
  let generated: Record<string, unknown> = {}
  return {
    name: 'pupitre-inline-documents',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      generated = await import('./src/gql/graphql.ts')
    },
    transform(code, id) {
      if (!/\/client\/src\/.*\.tsx?$/.test(id) || id.includes('/src/gql/') || !code.includes('graphql(`')) return null
      const inlined = code.replaceAll(WRITTEN, (written, kind: string, name: string) => {
        const document = generated[`${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`]
        if (!document) this.error(`No document is generated for the ${kind} ${name}: run « npm run generate ».`)
        // As many lines as before: the rest of the file stays where its source is.
        return `(${JSON.stringify(document)}${'\n'.repeat(written.split('\n').length - 1)})`
      })
      return { code: inlined, map: null }
    },
  }
}
