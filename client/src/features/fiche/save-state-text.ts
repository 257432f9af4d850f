import type { SaveState } from '../../lib/live/save-state.ts'
import { counted } from '../../lib/text/french.ts'

/** The words of the save state: those that the product promises. */
export function saveStateText(save: SaveState): string {
  switch (save.kind) {
    case 'connecting':
      return 'Connexion…'
    case 'saved':
      return 'Enregistré'
    case 'saving':
      return 'Enregistrement…'
    case 'readOnly':
      return 'Lecture seule'
    case 'refused':
      return save.unsent > 0 ? `Refusé (${unsentText(save.unsent, 'enregistrée')})` : 'Refusé'
    case 'offline':
      return save.unsent > 0 ? `Hors ligne (${unsentText(save.unsent, 'envoyée')})` : 'Hors ligne'
  }
}

/** What a screen reader is told without being asked: what changes what one may do, never each keystroke. */
export function announcement({ before, now }: { before: SaveState['kind']; now: SaveState }): string | null {
  if (now.kind === before) return null
  if (now.kind === 'offline' || now.kind === 'refused') return saveStateText(now)
  const back = before === 'offline' && (now.kind === 'saved' || now.kind === 'readOnly')
  return back ? `De nouveau en ligne. ${saveStateText(now)}.` : null
}

function unsentText(unsent: number, participle: string): string {
  return counted(unsent, `modification non ${participle}`, `modifications non ${participle}s`)
}
