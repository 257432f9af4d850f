import { Awareness } from 'y-protocols/awareness'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { presentUsers } from './presence.ts'

const docs: Y.Doc[] = []
afterEach(() => docs.splice(0).forEach((doc) => doc.destroy()))

function awarenessWith(states: Record<number, Record<string, unknown>>): Awareness {
  const doc = new Y.Doc()
  docs.push(doc)
  const awareness = new Awareness(doc)
  for (const [clientId, state] of Object.entries(states)) awareness.states.set(Number(clientId), state)
  return awareness
}

const user = (id: string, name: string) => ({ user: { id, name, color: '#0a7d5a' } })

it('names each person once, however many their tabs, in the order of names', () => {
  const awareness = awarenessWith({ 1: user('b', 'Zoé'), 2: user('a', 'Élise'), 3: user('b', 'Zoé') })
  expect(presentUsers(awareness, 'me').map(({ name }) => name)).toEqual(['Élise', 'Zoé'])
})

it('leaves out one’s own other tabs', () => {
  expect(presentUsers(awarenessWith({ 1: user('me', 'Moi') }), 'me')).toEqual([])
})

it('ignores a state that the server has not stamped', () => {
  const awareness = awarenessWith({ 1: {}, 2: { user: 'Zoé' }, 3: { user: { id: 'a', name: 3, color: '#fff' } } })
  expect(presentUsers(awareness, 'me')).toEqual([])
})
