import { expect, it } from 'vitest'
import { announcement, saveStateText } from './save-state-text.ts'

const NBSP = '\u00a0'

it.each([
  [{ kind: 'connecting' }, 'Connexion…'],
  [{ kind: 'saved' }, 'Enregistré'],
  [{ kind: 'saving', unsent: 4 }, 'Enregistrement…'],
  [{ kind: 'readOnly' }, 'Lecture seule'],
  [{ kind: 'offline', unsent: 0, keeping: 'kept' }, 'Hors ligne'],
  [{ kind: 'offline', unsent: 0, keeping: 'tabOnly' }, 'Hors ligne'],
  [{ kind: 'offline', unsent: 1, keeping: 'writing' }, `Hors ligne (1${NBSP}modification non envoyée)`],
  [{ kind: 'offline', unsent: 12, keeping: 'writing' }, `Hors ligne (12${NBSP}modifications non envoyées)`],
  [
    { kind: 'offline', unsent: 1, keeping: 'kept' },
    `Hors ligne (1${NBSP}modification non envoyée, gardée sur cet appareil)`,
  ],
  [
    { kind: 'offline', unsent: 12, keeping: 'kept' },
    `Hors ligne (12${NBSP}modifications non envoyées, gardées sur cet appareil)`,
  ],
  [
    { kind: 'offline', unsent: 2, keeping: 'tabOnly' },
    `Hors ligne (2${NBSP}modifications non envoyées, gardées dans cet onglet seulement)`,
  ],
  [{ kind: 'refused', unsent: 0 }, 'Refusé'],
  [{ kind: 'refused', unsent: 2 }, `Refusé (2${NBSP}modifications non enregistrées)`],
] as const)('says %o as %s', (save, text) => {
  expect(saveStateText(save)).toBe(text)
})

it.each([
  ['saved', { kind: 'saving', unsent: 1 }, null],
  ['saving', { kind: 'saved' }, null],
  ['connecting', { kind: 'saved' }, null],
  [
    'saved',
    { kind: 'offline', unsent: 0, keeping: 'kept' },
    'Connexion perdue. Ce que vous écrivez sera envoyé à son retour.',
  ],
  ['offline', { kind: 'offline', unsent: 3, keeping: 'kept' }, null],
  ['offline', { kind: 'saving', unsent: 3 }, 'Connexion rétablie.'],
  ['offline', { kind: 'readOnly' }, 'Connexion rétablie.'],
  ['saving', { kind: 'refused', unsent: 0 }, 'Le serveur n’accepte plus vos modifications.'],
] as const)('from %s to %o, tells a screen reader %j', (before, now, text) => {
  expect(announcement({ before, now })).toBe(text)
})
