import { CLOSE_CODES, LIMIT_CLOSES, type CloseReason } from '@pupitre/document'
import { expect, it, test } from 'vitest'
import { closedText } from '../ui/live/closed-texts.ts'
import { saveStateText } from '../ui/live/save-state-text.ts'
import { SESSION_ENDED } from '../features/session/session-ended.ts'
import { closeVerdict, isFinal } from '../lib/live/close-verdict.ts'
import { EMPTY_LEDGER, recordEvent, type LedgerEvent } from '../lib/live/save-ledger.ts'
import { saveState } from '../lib/live/save-state.ts'

const OFFLINE = 'Hors ligne (1\u00a0modification non envoyée, gardée sur cet appareil)'

/** What is on the page of who was closed in the middle of a word. */
const SAID: Record<CloseReason, string> = {
  restarting: OFFLINE,
  tooSlow: OFFLINE,
  rightsChanged: OFFLINE,
  unavailable: OFFLINE,
  tooFast: OFFLINE,
  badFrame: 'Le serveur n’a pas accepté vos dernières modifications',
  signedOut: 'Votre session a pris fin',
  notFound: 'Cette fiche ne vous est plus ouverte',
  epochChanged: 'Cette fiche a changé sur le serveur',
  clientIdTaken: 'Cette fiche a changé sur le serveur',
  tooLarge: 'Ce texte est trop long pour être enregistré',
  tooManyOfUser: 'Vous avez trop de pages ouvertes',
  documentCrowded: 'Trop de personnes ont ouvert cette fiche',
}

it.each(Object.entries(CLOSE_CODES))('[S117] has a sentence for a page closed because of %s (%i)', (reason, code) => {
  expect(sentenceAfter(code)).toBe(Object.entries(SAID).find(([said]) => said === reason)?.[1])
})

test('[S117] has a sentence for each limit', () => {
  for (const reason of Object.values(LIMIT_CLOSES)) expect(SAID[reason]).not.toBe('')
})

function sentenceAfter(code: number): string {
  const closed = isFinal(code) ? closeVerdict(code) : null
  if (closed === 'signedOut') return SESSION_ENDED.title
  if (closed !== null) return closedText('fiche/00000000-0000-0000-0000-000000000000', closed).title
  const events: LedgerEvent[] = [
    { type: 'opened' },
    { type: 'greeted', access: 'write' },
    { type: 'edited' },
    { type: 'closed' },
  ]
  const ledger = events.reduce(recordEvent, EMPTY_LEDGER)
  return saveStateText(saveState({ ledger, loaded: true, closed, keeping: 'kept' }))
}
