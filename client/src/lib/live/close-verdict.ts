import { CLOSE_CODES } from '@pupitre/document'
import type { SetAsideReason } from '../device/set-aside.ts'

/**
 * What a final close means for the page:
 * - `signedOut`: sign in again, then reconnect with the same copy;
 * - `notFound`: no such document for this viewer;
 * - `reload`: this copy belongs to another life of the document, or to another user's edits;
 * - `tooLarge`: what was sent, or the document with it, is over its size limit;
 * - `tooManyPages`: this user has as many pages open as one may have;
 * - `crowded`: as many people look at this document as may;
 * - `rejected`: the server could not accept what was sent.
 */
export type Closed = 'signedOut' | 'notFound' | 'reload' | 'tooLarge' | 'tooManyPages' | 'crowded' | 'rejected'

const VERDICTS: ReadonlyMap<number, Closed> = new Map([
  [CLOSE_CODES.signedOut, 'signedOut'],
  [CLOSE_CODES.notFound, 'notFound'],
  [CLOSE_CODES.epochChanged, 'reload'],
  [CLOSE_CODES.clientIdTaken, 'reload'],
  [CLOSE_CODES.badFrame, 'rejected'],
  [CLOSE_CODES.tooLarge, 'tooLarge'],
  [CLOSE_CODES.tooManyOfUser, 'tooManyPages'],
  [CLOSE_CODES.documentCrowded, 'crowded'],
])

/** Reads the code of a close after which reconnecting changes nothing (44xx); an unknown one is a rejection. */
export function closeVerdict(code: number): Closed {
  return VERDICTS.get(code) ?? 'rejected'
}

/** Whether reconnecting changes nothing (44xx); every other close is followed by a return. */
export function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500
}

/** Why a close which is final sets what is unsent aside; null where it may still be sent: signed in again, or with fewer pages open. */
export function asideReason(code: number): SetAsideReason | null {
  switch (closeVerdict(code)) {
    case 'signedOut':
    case 'tooManyPages':
    case 'crowded':
      return null
    case 'notFound':
      return 'gone'
    case 'tooLarge':
      return 'tooLarge'
    case 'reload':
      return code === CLOSE_CODES.epochChanged ? 'restored' : 'rejected'
    case 'rejected':
      return 'rejected'
  }
}

/** Whether the server itself says why it closes, rather than the network or something on the way. */
export function isOfServer(code: number): boolean {
  return Object.values<number>(CLOSE_CODES).includes(code) || isFinal(code)
}
