import { expect, it } from 'vitest'
import { addressText, formerSigningEnd, stateText, webhookState } from './webhook-state.ts'

const now = new Date('2026-03-12T10:00:00.000Z')
const holds = { expiresAt: '2027-03-12T10:00:00.000Z' }
const ended = { expiresAt: '2026-03-12T10:00:00.000Z' }
const failingSince = '2026-03-10T10:00:00.000Z'
const disabledAt = '2026-03-11T10:00:00.000Z'

it.each([
  [{ apiKey: holds }, 'ACTIF', null],
  [{ apiKey: holds, failingSince }, 'ECHEC', /^Rien n’est reçu depuis le 10\u00a0mars\u00a02026\./],
  [{ apiKey: ended, failingSince }, 'CLE_EXPIREE', /^Sa clé a expiré/],
  [{ apiKey: ended, disabledAt }, 'DESACTIVE', /^Désactivé le 11\u00a0mars\u00a02026\. Réactivé/],
  [{ apiKey: holds, disabledAt, failingSince }, 'DESACTIVE', /rien n’était reçu depuis le 10\u00a0mars\u00a02026/],
] as const)('says of %j that it is %s', (webhook, state, words) => {
  expect(webhookState(webhook, now)).toBe(state)
  if (words === null) expect(stateText(webhook, now)).toBeNull()
  else expect(stateText(webhook, now)).toMatch(words)
})

it('knows until when a former secret signs', () => {
  expect(formerSigningEnd(holds.expiresAt, now)).toBe(holds.expiresAt)
  for (const over of [ended.expiresAt, null]) expect(formerSigningEnd(over, now)).toBeNull()
})

it('shows an address without what may be secret in it', () => {
  expect(addressText('https://exemple.fr/')).toBe('exemple.fr')
  expect(addressText('https://exemple.fr:8443/pupitre/?jeton=secret')).toBe('exemple.fr:8443/pupitre/')
})
