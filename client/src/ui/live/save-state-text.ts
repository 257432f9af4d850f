import type { Keeping } from '../../lib/device/local-copy.ts'
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
      return save.unsent > 0 ? `Hors ligne (${unsentText(save.unsent, 'envoyée')}${keptText(save)})` : 'Hors ligne'
  }
}

/** What a screen reader is told without being asked: what changes what one may do, never each keystroke. */
export function announcement({ before, now }: { before: SaveState['kind']; now: SaveState }): string | null {
  if (now.kind === before) return null
  if (now.kind === 'offline') return 'Connexion perdue. Ce que vous écrivez sera envoyé à son retour.'
  if (now.kind === 'refused') return 'Le serveur n’accepte plus vos modifications.'
  return before === 'offline' && now.kind !== 'connecting' ? 'Connexion rétablie.' : null
}

/** Nothing is said of the device before its disk has all of them. */
function keptText({ keeping, unsent }: { keeping: Keeping; unsent: number }): string {
  if (keeping === 'writing') return ''
  const kept = unsent < 2 ? 'gardée' : 'gardées'
  return keeping === 'kept' ? `, ${kept} sur cet appareil` : `, ${kept} dans cet onglet seulement`
}

function unsentText(unsent: number, participle: string): string {
  return counted(unsent, `modification non ${participle}`, `modifications non ${participle}s`)
}
