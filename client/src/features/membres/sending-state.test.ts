import { expect, it } from 'vitest'
import { sendingState } from './sending-state.ts'

const expiresAt = '2026-03-12T10:00:00.000Z'
const asked = Date.parse('2026-03-05T10:00:00.000Z')
const after = (seconds: number) => new Date(asked + seconds * 1000)
const waiting = { refused: false, sentAt: null, expiresAt }

it.each([
  ['on its way', waiting, after(60), 'Envoi en cours'],
  [
    'late',
    waiting,
    after(61),
    'Pas encore partie\u00a0: le serveur de courriel ne répond pas, un nouvel essai aura lieu',
  ],
  ['refused', { ...waiting, refused: true }, after(61), 'Refusée par le serveur de courriel\u00a0: vérifiez l’adresse'],
  [
    'sent',
    { ...waiting, sentAt: '2026-03-05T10:00:02.000Z' },
    after(61),
    'Envoyée le 5\u00a0mars\u00a02026, valable jusqu’au 12\u00a0mars\u00a02026',
  ],
  ['expired', waiting, new Date(expiresAt), 'Expirée le 12\u00a0mars\u00a02026'],
])('an invitation %s is told as such', (_case, invitation, now, said) => {
  expect(sendingState(invitation, now)).toBe(said)
})
