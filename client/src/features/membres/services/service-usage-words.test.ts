import { expect, it } from 'vitest'
import { usageWords } from './service-usage-words.ts'

it('says what names a service, and nothing of what does not', () => {
  const none = { membresCount: 0, fichesCount: 0, octroisCount: 0, invitationsCount: 0 }
  expect(usageWords(none)).toEqual([])
  expect(usageWords({ ...none, membresCount: 1, fichesCount: 12, invitationsCount: 2 })).toEqual([
    '1\u00a0membre',
    '12\u00a0fiches',
    '2\u00a0invitations en attente',
  ])
})
