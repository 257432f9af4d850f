import { notifications } from '@mantine/notifications'
import { counted, fr } from '../../../lib/text/french.ts'
import type { PastedBlock } from './pasted-block.ts'

/** Texts shown of those that were not read. */
const SHOWN = 3

/** Says what a paste left out: nothing is dropped silently. */
export function tellPasted({ unread, leftOut }: PastedBlock): void {
  if (unread.length > 0) {
    const some = unread.slice(0, SHOWN).map((text) => fr`« ${text} »`)
    notifications.show({
      color: 'yellow',
      title: counted(unread.length, 'cellule collée n’est pas un nombre', 'cellules collées ne sont pas des nombres'),
      message: fr`Rien n’a changé à leur place : ${some.join(', ')}${unread.length > SHOWN ? '…' : '.'}`,
      autoClose: false,
      role: 'alert',
    })
  }
  if (leftOut > 0) {
    notifications.show({
      color: 'yellow',
      title: 'Collé en partie',
      message: fr`Trop de lignes à la fois : ${counted(leftOut, 'ligne n’est pas collée', 'lignes ne sont pas collées')}.`,
      autoClose: false,
      role: 'alert',
    })
  }
}
