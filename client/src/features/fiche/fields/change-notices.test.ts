import { expect, it } from 'vitest'
import { ChangeNotices, OWN_CHANGE_MS } from './change-notices.ts'

const NOW = 1_000_000
const messages = (notices: ChangeNotices, auteur: string, fields: string[], now = NOW) =>
  notices.colleague({ auteur, fields, now }).map(({ message }) => message)

it('tells who replaced one’s own value just after it, and not later', () => {
  const notices = new ChangeNotices()
  notices.own(['statut', 'enRetard'], NOW)
  expect(messages(notices, 'Awa', ['statut', 'enRetard'], NOW + OWN_CHANGE_MS - 1)).toEqual([
    'Awa a changé le statut juste après vous\u00a0: son choix est gardé.',
  ])
  expect(messages(notices, 'Bo', ['statut'], NOW + OWN_CHANGE_MS)).toEqual(['Bo a changé le statut.'])
})

it('never says that a set was replaced, nor a field because another that lateness follows was', () => {
  const notices = new ChangeNotices()
  notices.own(['pilotes'], NOW)
  notices.own(['statut', 'enRetard'], NOW)
  expect(messages(notices, 'Awa', ['pilotes'])).toEqual(['Awa a changé les pilotes.'])
  expect(messages(new ChangeNotices(), 'Awa', ['dateFin', 'enRetard'])).toEqual(['Awa a changé la date de fin.'])
  expect(messages(notices, 'Bo', ['dateFin', 'enRetard'])).toEqual(['Bo a changé la date de fin.'])
})

it('keeps one notice for a colleague, which grows until it is closed', () => {
  const notices = new ChangeNotices()
  const tell = (field: string) => notices.colleague({ auteur: 'Awa', fields: [field], now: NOW })
  const [first] = tell('statut')
  expect(tell('priorite')).toEqual([{ id: first?.id, message: 'Awa a changé le statut et la priorité.' }])
  expect(tell('statut')).toEqual([{ id: first?.id, message: 'Awa a changé le statut et la priorité.' }])
  expect(tell('tags')).toEqual([{ id: first?.id, message: 'Awa a changé 3 champs.' }])
  notices.closed(first?.id ?? '')
  expect(tell('tags')).toEqual([{ id: first?.id, message: 'Awa a changé les étiquettes.' }])
})

it('keeps the notices of two colleagues apart', () => {
  const notices = new ChangeNotices()
  messages(notices, 'Awa', ['statut'])
  expect(messages(notices, 'Bo', ['priorite'])).toEqual(['Bo a changé la priorité.'])
})

it('says nothing of a change that no field shows', () => {
  expect(messages(new ChangeNotices(), 'Awa', ['titre', 'description'])).toEqual([])
})
