import type { PlanVisibilite } from '@pupitre/prisma'
import { NODE_NAMES } from '../../src/graphql/global-id.ts'
import { SHOWN } from '../../src/graphql/observatoire/shown.ts'
import { QUERIES } from './queries.ts'
import { type Audience, READERS, VISIBILITES, WHO, type Who } from './readers.ts'
import { BESIDES, OF_FICHE, restrictedReaders } from './restricted.ts'
import { READS, seesIt } from './reads.ts'
import { holds } from './ways.ts'
import { SUBSCRIPTIONS } from './subscriptions.ts'
import { WRITES } from './writes.ts'

const LETTERS: Record<PlanVisibilite, string> = { PUBLIC: 'P', COLLECTIVITE: 'C', RESTREINT: 'R' }

const INTRODUCTION = `# The rights matrix

Who is shown what, and who may do what: written by the tests that hold it, from what they expect (\`server/test/matrix\`). Each field of each
type that has an id, each query, subscription and mutation is asked by everybody below, of a plan of each visibility. What the schema has and the
matrix does not fails the build. \`npx vitest run test/rights-schema --update\` in \`server/\` writes this page again.

**P**: of a plan that is public; **C**: that its collectivité reads; **R**: that is restricted. A dot: nothing, as if it did not exist; for a
mutation, refused or absent. *In part*: a list, of which each is shown what they may read.
`

const RESTRICTED = `## A restricted fiche

In a plan that its collectivité reads: neither a role nor a grant on the plan shows it. A *lecteur pilote* pilots the fiche; an admin sees *en tant que*
that one, or as another. A cross: what is of the fiche is seen, each field as above.
`

function restrictedTable(): string {
  const columns = [
    ...WHO.map((who): [string, boolean] => [who, restrictedReaders(READERS[who])]),
    ...Object.entries(BESIDES),
  ]
  const cells = (of: (column: [string, boolean]) => string) => columns.map(of).join(' | ')
  const rows = OF_FICHE.map((type) => `| \`${type}\` | ${cells(([, isSeen]) => (isSeen ? '×' : '·'))} |\n`)
  return `| type | ${cells(([who]) => who)} |\n|---|${columns.map(() => ':-:|').join('')}\n${rows.join('')}`
}

/** The page of the matrix, in Markdown. */
export function matrixReport(): string {
  const reads = NODE_NAMES.map((type) => {
    const { fields } = READS[type]
    const rows = fields.map(([shown, names]) => {
      const { to, inPart = false } = typeof shown === 'function' ? { to: shown } : shown
      const words = names.split(/\s+/).map((name) => `\`${name}\``)
      const held: Audience = (reader, visibilite) => holds(type)(reader, visibilite) && to(reader, visibilite)
      const both: Audience = (reader, visibilite) => seesIt(type)(reader, visibilite) && to(reader, visibilite)
      return row(`${words.join(' ')}${inPart ? ' *in part*' : ''}`, (who) => {
        // A key comes to an object by what holds it.
        const audience = READERS[who].is === 'key' ? held : both
        const known = SHOWN[type]
        const isKnown = names.split(/\s+/).some((name) => known?.includes(name))
        return READERS[who].is === 'key' && !isKnown ? '·' : letters(audience, who)
      })
    })
    return `### ${type}\n\n${head('field')}${rows.join('')}`
  })
  const queries = Object.entries(QUERIES).map(([name, { seen }]) => row(`\`${name}\``, shownIn('Query', name, seen)))
  const live = Object.entries(SUBSCRIPTIONS).map(([name, { seen }]) =>
    row(`\`${name}\``, shownIn('Subscription', name, seen)),
  )
  const writes = Object.entries(WRITES).map(([name, { may }]) => row(`\`${name}\``, shownIn('Mutation', name, may)))
  return [
    INTRODUCTION,
    '## Reading, field by field\n',
    reads.join('\n'),
    RESTRICTED,
    restrictedTable(),
    '## Queries\n',
    `${head('query')}${queries.join('')}`,
    '## Subscriptions\n',
    `${head('subscription')}${live.join('')}`,
    '## Mutations\n',
    `${head('mutation')}${writes.join('')}`,
  ].join('\n')
}

function shownIn(type: 'Query' | 'Mutation' | 'Subscription', name: string, audience: Audience) {
  return (who: Who) => (READERS[who].is === 'key' && !SHOWN[type]?.includes(name) ? '·' : letters(audience, who))
}

function letters(audience: Audience, who: Who): string {
  return (
    VISIBILITES.filter((visibilite) => audience(READERS[who], visibilite))
      .map((visibilite) => LETTERS[visibilite])
      .join('') || '·'
  )
}

function head(first: string): string {
  return `| ${first} | ${WHO.join(' | ')} |\n|---|${WHO.map(() => ':-:|').join('')}\n`
}

function row(first: string, cell: (who: Who) => string): string {
  return `| ${first} | ${WHO.map(cell).join(' | ')} |\n`
}
