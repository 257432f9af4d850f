import { expect, it } from 'vitest'
import { OWN_NAME_MS, RenameNotices } from './rename-notices.ts'

const NOW = 1_000_000
const AXE = { id: 'axe', what: 'l’axe', nom: 'Aller vers' } as const
const told = (notices: RenameNotices, { typing = false, now = NOW } = {}) =>
  notices.colleague(AXE, { auteur: 'Awa', typing, now })

it('tells who replaced one’s own name just after it, and not later', () => {
  const notices = new RenameNotices()
  notices.own('axe', NOW)
  expect(told(notices, { now: NOW + OWN_NAME_MS - 1 })).toBe(
    'Awa a renommé l’axe en «\u00a0Aller vers\u00a0» juste après vous\u00a0: son choix est gardé.',
  )
  expect(told(notices, { now: NOW + OWN_NAME_MS })).toBeNull()
})

it('tells who is typing a name that there is another meanwhile', () => {
  expect(told(new RenameNotices(), { typing: true })).toBe(
    'Awa a renommé l’axe en «\u00a0Aller vers\u00a0» pendant que vous écrivez\u00a0: le dernier nom validé est gardé.',
  )
})

it('says nothing of an axe that one did not name, and tells everyone of the plan', () => {
  const notices = new RenameNotices()
  notices.own('another axe', NOW)
  expect(told(notices)).toBeNull()
  const plan = { id: 'plan', what: 'le plan', nom: 'PCAET' } as const
  expect(notices.colleague(plan, { auteur: 'Awa', typing: false, now: NOW })).toBe(
    'Awa a renommé le plan en «\u00a0PCAET\u00a0».',
  )
})
