import { IconWifi2 } from '@tabler/icons-react'
import type { LiveSnapshot } from '../../lib/live/live-document.ts'
import { fr } from '../../lib/text/french.ts'
import classes from './slow-network-notice.module.css'

/** That this network only lets the slower way through: nothing is broken. */
export function SlowNetworkNotice({ snapshot: { slow, save } }: { snapshot: LiveSnapshot }) {
  const isConnected = save.kind === 'saved' || save.kind === 'saving' || save.kind === 'readOnly'
  if (!slow || !isConnected) return null

  return (
    <span className={classes.notice}>
      <IconWifi2 size={18} stroke={1.8} aria-hidden />
      {fr`Connexion plus lente : votre réseau bloque la voie rapide. Tout s’enregistre quand même.`}
    </span>
  )
}
