import { CLOSE_CODES } from '@pupitre/document'
import { describe, expect, it } from 'vitest'
import { reconnectDelayMs, type LostConnection } from './reconnect-delay.ts'

const BROKEN: LostConnection = { failures: 0, code: 1006, spreadMs: null, isHidden: false }

describe('how long a page waits before it tries again', () => {
  it.each<[string, Partial<LostConnection>, number]>([
    ['a first loss', {}, 500],
    ['a second failure', { failures: 1 }, 1_000],
    ['a third one', { failures: 2 }, 2_000],
    ['a fourth one', { failures: 3 }, 4_000],
    ['a server that has been away for an hour', { failures: 900 }, 4_000],
    ['a restart', { code: CLOSE_CODES.restarting }, 500],
    ['a restart with hundreds of pages', { code: CLOSE_CODES.restarting, spreadMs: 2_500 }, 2_500],
    ['a server that asks for too much', { code: CLOSE_CODES.restarting, spreadMs: 3_600_000 }, 4_000],
    ['a server that asks for less than what failed already', { failures: 3, spreadMs: 100 }, 4_000],
    ['rights that changed', { code: CLOSE_CODES.rightsChanged }, 500],
    ['a slow reader', { code: CLOSE_CODES.tooSlow }, 4_000],
    ['a page that sent too much', { code: CLOSE_CODES.tooFast }, 4_000],
    ['a document that cannot be loaded', { code: CLOSE_CODES.unavailable }, 4_000],
    ['a hidden page', { isHidden: true }, 5_000],
    ['a hidden page, third failure', { isHidden: true, failures: 2 }, 20_000],
    ['a hidden page, after an hour', { isHidden: true, failures: 900 }, 60_000],
    ['a hidden page that sent too much', { isHidden: true, code: CLOSE_CODES.tooFast }, 60_000],
  ])('%s', (_case, lost, bound) => {
    const delay = (random: number) => reconnectDelayMs({ ...BROKEN, ...lost }, random)
    expect([delay(0), delay(0.25), delay(1)]).toEqual([0, bound / 4, bound])
  })
})
