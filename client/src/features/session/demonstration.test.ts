import { expect, it } from 'vitest'
import { readDemonstration } from './demonstration.ts'

const account = { email: 'a@demo.test', nom: 'Awa', role: 'ADMIN', collectivite: 'CC' }

it('reads the accounts of the demonstration, and leaves out what is none', () => {
  const answer = { demonstration: { password: 'p', accounts: [account, { email: 'b@demo.test' }, null] } }
  expect(readDemonstration(answer)).toEqual({ password: 'p', accounts: [account] })
})

it.each([
  { demonstration: null },
  { demonstration: { password: 'p', accounts: [] } },
  { demonstration: { accounts: [account] } },
  null,
  'nothing',
])('reads none in %j', (answer) => {
  expect(readDemonstration(answer)).toBeNull()
})
