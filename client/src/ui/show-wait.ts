import { counted, fr } from '../lib/text/french.ts'
import { showChange } from './show-change.ts'

/** Says that the server asks to go slower: what was asked comes by itself. */
export function showWait(seconds: number): void {
  showChange({
    id: 'wait-for-budget',
    message: fr`Beaucoup de demandes en peu de temps : la suite arrive dans ${counted(seconds, 'seconde', 'secondes')}.`,
  })
}
