/** The directions between parts (docs/decisions): a rule that fails here fails the build. */

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const PACKAGES = '^(?:prisma|document|server|client|e2e|bench)/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'no-circular',
      'A cycle hides which side is the lower one.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('no-unresolvable', 'Every import resolves.', { pathNot: '^client/src/gql/' }, { couldNotResolve: true }),
    forbid(
      'document-is-a-leaf',
      'document imports nothing of ours.',
      { path: '^document/' },
      { path: PACKAGES, pathNot: '^document/' },
    ),
    forbid(
      'prisma-is-a-leaf',
      'prisma imports nothing of ours.',
      { path: '^prisma/' },
      { path: PACKAGES, pathNot: '^prisma/' },
    ),
    forbid(
      'server-imports',
      'server imports document and prisma only.',
      { path: '^server/' },
      { path: PACKAGES, pathNot: '^(?:server|document|prisma)/' },
    ),
    forbid(
      'client-imports',
      'client imports document and the generated GraphQL types, never server.',
      { path: '^client/' },
      { path: PACKAGES, pathNot: '^(?:client|document)/' },
    ),
    forbid(
      'no-lexical-in-the-server',
      'The server never loads Lexical: only document/src/client does.',
      { path: '^(?:server|prisma|document/src/(?!client/))', pathNot: '\\.test\\.ts$' },
      { path: ['^document/src/client/', 'node_modules/(?:@lexical/|lexical/)'] },
    ),
    forbid(
      'domain-is-inner',
      'domain never imports graphql, http or sync: what must write live text calls the port LiveText.',
      { path: '^server/src/domain/' },
      { path: '^server/src/(?:graphql|http|sync|exchange|auth|cli)/' },
    ),
    forbid(
      'sync-stands-alone',
      'sync knows the domain, the database and the document, not the other edges.',
      { path: '^server/src/sync/' },
      { path: '^server/src/(?:graphql|http|exchange|auth|cli)/' },
    ),
    forbid(
      'graphql-stands-alone',
      'graphql asks the domain; the other edges are not its business.',
      { path: '^server/src/graphql/' },
      { path: '^server/src/(?:http|sync|exchange|cli)/' },
    ),
    forbid(
      'features-are-apart',
      'Features import ui, lib and app, not each other.',
      { path: '^client/src/features/([^/]+)/' },
      { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    ),
    forbid(
      'ui-and-lib-are-below',
      'What features share knows no feature. A page made for tests wears the theme of the application.',
      { path: '^client/src/(?:ui|lib)/', pathNot: '/testing/' },
      { path: '^client/src/(?:features|app)/' },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/client/'] },
    // The peers of the bench have packages of their own, which are there only once it has run.
    exclude: { path: ['/dist/', '\\.module\\.css$', '^bench/peers/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
