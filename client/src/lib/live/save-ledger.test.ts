import { describe, expect, it } from 'vitest'
import { EMPTY_LEDGER, recordEvent, unsentEdits, type LedgerEvent } from './save-ledger.ts'
import { saveState } from './save-state.ts'

const edited: LedgerEvent = { type: 'edited' }
const opened: LedgerEvent = { type: 'opened' }
const closed: LedgerEvent = { type: 'closed' }
const step2: LedgerEvent = { type: 'sent', frame: 'step2' }
const update: LedgerEvent = { type: 'sent', frame: 'update' }
const writer: LedgerEvent = { type: 'greeted', access: 'write' }
const reader: LedgerEvent = { type: 'greeted', access: 'read' }
const acknowledged = (frames: number): LedgerEvent => ({ type: 'acknowledged', frames })
const restored: LedgerEvent = { type: 'restored', edits: 2 }
const presumed: LedgerEvent = { type: 'presumed', access: 'write' }
const refused: LedgerEvent = { type: 'refused', reason: 'readOnly' }

/** A writer's connection, greeted, with its first step 2 acknowledged. */
const online = [opened, writer, step2, acknowledged(1)]

const after = (events: readonly LedgerEvent[]) => events.reduce(recordEvent, EMPTY_LEDGER)
const shown = (events: readonly LedgerEvent[]) =>
  saveState({ ledger: after(events), loaded: true, closed: null, keeping: 'kept' })

describe('what the page says of its edits', () => {
  it.each<[string, LedgerEvent[], ReturnType<typeof shown>]>([
    ['nothing edited', online, { kind: 'saved' }],
    ['an edit on its way', [...online, edited, update], { kind: 'saving', unsent: 1 }],
    ['an edit acknowledged', [...online, edited, update, acknowledged(2)], { kind: 'saved' }],
    [
      'two edits, the first acknowledged',
      [...online, edited, update, edited, update, acknowledged(2)],
      { kind: 'saving', unsent: 1 },
    ],
    ['two edits acknowledged at once', [...online, edited, update, edited, update, acknowledged(3)], { kind: 'saved' }],
    ['the connection lost with nothing unsent', [...online, closed], { kind: 'offline', unsent: 0, keeping: 'kept' }],
    [
      'an edit in flight when the connection is lost',
      [...online, edited, update, closed],
      { kind: 'offline', unsent: 1, keeping: 'kept' },
    ],
    [
      'edits made without a connection',
      [...online, closed, edited, edited],
      { kind: 'offline', unsent: 2, keeping: 'kept' },
    ],
    [
      'connected again, the edits not sent yet',
      [...online, closed, edited, opened, writer],
      { kind: 'offline', unsent: 1, keeping: 'kept' },
    ],
    [
      'connected again, the edits sent',
      [...online, closed, edited, opened, writer, step2],
      { kind: 'saving', unsent: 1 },
    ],
    [
      'connected again, the edits acknowledged',
      [...online, closed, edited, opened, writer, step2, acknowledged(1)],
      { kind: 'saved' },
    ],
    ['a reader', [opened, reader, step2], { kind: 'readOnly' }],
    ['a reader whose Yjs tidied formats', [opened, reader, step2, edited, update], { kind: 'readOnly' }],
    ['edits found on the device', [restored], { kind: 'offline', unsent: 2, keeping: 'kept' }],
    [
      'more edits, still without a server',
      [restored, presumed, edited],
      { kind: 'offline', unsent: 3, keeping: 'kept' },
    ],
    ['edits found on the device, sent', [restored, opened, writer, step2, acknowledged(1)], { kind: 'saved' }],
    [
      'a reader presumed to write',
      [restored, presumed, opened, reader, step2, refused],
      { kind: 'refused', unsent: 2 },
    ],
    ['a refused edit', [...online, edited, update, refused, acknowledged(2)], { kind: 'refused', unsent: 1 }],
    [
      'an edit after a refused one',
      [...online, edited, update, refused, acknowledged(2), edited, update, acknowledged(3)],
      { kind: 'refused', unsent: 2 },
    ],
    [
      'rights lost with edits pending',
      [...online, closed, edited, opened, reader, step2, refused, acknowledged(1)],
      { kind: 'refused', unsent: 1 },
    ],
  ])('%s', (_case, events, expected) => {
    expect(shown(events)).toEqual(expected)
  })
})

describe('what an acknowledgement proves', () => {
  it('proves nothing of earlier edits when an update leaves before the first step 2', () => {
    const events = [...online, closed, edited, opened, writer, edited, update, acknowledged(1)]
    expect(unsentEdits(after(events))).toBe(2)
    expect(unsentEdits(after([...events, step2, acknowledged(2)]))).toBe(0)
  })

  it('takes back the promise of frames sent before the server asks for everything again', () => {
    const events = [...online, edited, update, step2, acknowledged(2)]
    expect(unsentEdits(after(events))).toBe(1)
    expect(unsentEdits(after([...events, acknowledged(3)]))).toBe(0)
  })

  it('starts counting frames anew on each connection', () => {
    const events = [...online, edited, update, closed, opened, writer, step2, acknowledged(1)]
    expect(unsentEdits(after(events))).toBe(0)
  })

  it('is not moved by an acknowledgement told twice, nor by one of frames never sent', () => {
    const once = after([...online, edited, update, edited, update, acknowledged(2)])
    expect(recordEvent(once, acknowledged(2))).toEqual(once)
    expect(unsentEdits(after([...online, acknowledged(9), edited, update]))).toBe(1)
  })
})

describe('what the page says of where unsent edits are', () => {
  it.each(['kept', 'writing', 'tabOnly'] as const)('says that they are %s', (keeping) => {
    const ledger = after([...online, closed, edited])
    expect(saveState({ ledger, loaded: true, closed: null, keeping })).toEqual({ kind: 'offline', unsent: 1, keeping })
  })
})

describe('what the page says of its connection', () => {
  it('says that it connects, not that it is offline, until the text has come once', () => {
    const state = (events: LedgerEvent[]) =>
      saveState({ ledger: after(events), loaded: false, closed: null, keeping: 'kept' })
    expect(state([])).toEqual({ kind: 'connecting' })
    expect(state([opened, writer])).toEqual({ kind: 'connecting' })
    expect(state([restored])).toEqual({ kind: 'connecting' })
  })

  it('promises nothing before the server has said whether one may write', () => {
    expect(shown([opened, step2])).toEqual({ kind: 'connecting' })
  })

  it.each(['notFound', 'reload', 'rejected'] as const)(
    'counts the edits that a %s close keeps from being saved',
    (verdict) => {
      const ledger = after([...online, edited, update, closed])
      expect(saveState({ ledger, loaded: true, closed: verdict, keeping: 'kept' })).toEqual({
        kind: 'refused',
        unsent: 1,
      })
    },
  )

  it('is offline, with the edits waiting, while signed out', () => {
    const ledger = after([...online, edited, update, closed])
    expect(saveState({ ledger, loaded: true, closed: 'signedOut', keeping: 'kept' })).toEqual({
      kind: 'offline',
      unsent: 1,
      keeping: 'kept',
    })
  })
})
