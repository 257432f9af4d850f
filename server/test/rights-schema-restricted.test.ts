import { describe, expect } from 'vitest'
import { graphqlTest } from './graphql-test.ts'
import { problemOf, rowsOf } from './matrix/ask-rows.ts'
import { fieldsOf } from './matrix/fields.ts'
import { agents, READERS, WHO } from './matrix/readers.ts'
import { uuid } from './matrix/stage.ts'
import {
  BESIDES,
  type Besides,
  heldBy,
  makeRestrictedStage,
  OF_FICHE,
  restrictedReaders,
  someOfFiche,
} from './matrix/restricted.ts'

// The rights matrix of what is restricted in a plan that its collectivité reads: every field of every type that is of a fiche, for everybody,
// for its pilotes, and for an admin who sees as one of them.

const it = graphqlTest.extend('stage', { scope: 'file' }, ({ app, make, prisma }) =>
  makeRestrictedStage({ app, make, prisma }),
)

/** A world is asked of object by object. */
const TIMEOUT_MS = 120_000

const PEOPLE = WHO.filter((who) => READERS[who].is !== 'key')
const KEYS = WHO.filter((who) => READERS[who].is === 'key')
const OTHERS = Object.keys(BESIDES).filter((who): who is Besides => who in BESIDES)

describe('a fiche that is restricted, in a plan that its collectivité reads', () => {
  it.for(OF_FICHE)(
    'shows of %s to those whom it is for, and nothing to the others',
    { timeout: TIMEOUT_MS },
    async (type, { app, stage }) => {
      const ids = someOfFiche(type, stage.world)
      const ask = async (asker: Parameters<typeof rowsOf>[0]['asker']) => rowsOf({ app, type, ids, asker })
      const whole = await ask(stage.asker('admin'))
      expect(whole).not.toContain(null)
      for (const who of PEOPLE) {
        const rows = await ask(stage.asker(who))
        if (restrictedReaders(READERS[who])) expect(rows, who).toEqual(whole)
        else expect(rows, who).toEqual(ids.map(() => null))
      }
      // A lecteur who pilots is shown what a lecteur is of any fiche.
      const wrong: string[] = []
      for (const who of OTHERS) {
        const rows = await ask(stage.besides[who])
        for (const [at, row] of rows.entries()) {
          if ((row !== null) !== BESIDES[who]) wrong.push(`${who}: ${at} is ${row ? '' : 'not '}seen`)
          for (const field of row ? fieldsOf(type) : []) {
            // Whoever sees as somebody else does nothing in their name.
            const isAct = field.name.startsWith('viewerCan') && field.name !== 'viewerCanOpen'
            const shown = field.to(READERS.lecteur, 'COLLECTIVITE') && !(isAct && who.startsWith('en tant que'))
            const told = { who: 'lecteur', shown, got: row?.[field.name], all: whole[at]?.[field.name] } as const
            const problem = problemOf(field, told)
            if (problem) wrong.push(`${who}: ${field.name} of ${at} ${problem}`)
          }
        }
      }
      expect(wrong).toEqual([])
    },
  )

  it('shows keys that read everything each of its fields that is for keys, and the others nothing', async ({
    app,
    stage,
  }) => {
    const [id = ''] = someOfFiche('Fiche', stage.world)
    const query = `{ fiche(uuid: "${uuid(id)}") { titre budgets { montant } liens { id } notesSuivi(first: 9) { edges { node { texte } } } } }`
    const { data: whole } = await app.query({ query, ...stage.asker('admin') })
    for (const who of KEYS) {
      const { data, errors } = await app.query({ query, ...stage.asker(who) })
      expect(errors).toEqual([])
      expect(data, who).toEqual(restrictedReaders(READERS[who]) ? whole : { fiche: null })
    }
  })

  it('is not counted nor placed for whoever reads the plan and not the fiche', async ({ app, stage }) => {
    const query = heldBy(stage.world)
    const held = async (asker: object) => (await app.query({ query, ...asker })).data
    const whole = await held(stage.asker('admin'))
    expect(whole).toMatchObject({ plan: { placements: { edges: [{}, {}] } } })
    for (const who of WHO) {
      const reader = READERS[who]
      const isRead = agents(reader, 'COLLECTIVITE')
      const nothing = { plan: isRead ? { fichesCount: 0, placements: { edges: [] } } : null }
      expect(await held(stage.asker(who)), who).toEqual(restrictedReaders(reader) ? whole : nothing)
    }
    for (const who of OTHERS)
      expect(await held(stage.besides[who]), who).toEqual(
        BESIDES[who] ? whole : { plan: { fichesCount: 0, placements: { edges: [] } } },
      )
  })
})
