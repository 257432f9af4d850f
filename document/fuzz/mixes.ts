import type { OperationName } from './operations.ts'

export type Step = OperationName | 'undo' | 'redo' | 'composeStart' | 'composeType' | 'composeEnd'

const FORMATTING: Step[] = ['bold', 'kind', 'link', 'indent', 'embed', 'softBreak']

/** What users do in a run: a step is drawn from its mix. */
export const MIXES = {
  type: ['type'],
  format: ['type', 'type', 'bold'],
  split: ['type', 'type', 'enter'],
  heading: ['type', 'type', 'kind'],
  join: ['type', 'enter', 'join'],
  everyday: ['type', 'type', 'type', 'bold', 'enter', 'kind'],
  full: ['type', 'type', 'type', 'enter', 'join', 'delete', 'backspace', ...FORMATTING],
  undo: ['type', 'type', 'type', 'enter', 'join', 'delete', 'backspace', 'undo', 'undo', 'redo', ...FORMATTING],
  wild: ['type', 'type', 'enter', 'join', 'paste', 'move', 'boldAll', 'kind', 'bold', 'delete', 'replace'],
  wildUndo: ['type', 'type', 'enter', 'join', 'paste', 'move', 'boldAll', 'kind', 'bold', 'delete', 'undo', 'redo'],
  paste: ['type', 'enter', 'paste', 'paste', 'replace', 'delete', 'join', 'kind', 'link', 'bold'],
  compose: ['type', 'enter', 'join', 'bold', 'kind', 'delete', 'backspace', 'composeStart', 'composeStart'],
  line: ['type', 'type', 'type', 'backspace', 'delete', 'replace', 'paste', 'undo', 'redo', 'bold', 'softBreak'],
  empty: ['type', 'type', 'enter', 'join', 'kind', 'empty', 'backspace'],
} satisfies Record<string, readonly Step[]>

export type MixName = keyof typeof MIXES
export const MIX_NAMES = Object.keys(MIXES).filter((name): name is MixName => name in MIXES)
