import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCloudOff, IconEye, IconRefresh, type Icon } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { SaveState } from '../../lib/live/save-state.ts'
import { announcement, saveStateText } from './save-state-text.ts'
import classes from './save-indicator.module.css'

const ICONS: Record<SaveState['kind'], Icon> = {
  connecting: IconRefresh,
  saved: IconCircleCheck,
  saving: IconRefresh,
  readOnly: IconEye,
  offline: IconCloudOff,
  refused: IconAlertTriangle,
}

/** Whether the work on the page is safe. */
export function SaveIndicator({ save }: { save: SaveState }) {
  const Icon = ICONS[save.kind]

  return (
    <span className={classes.indicator} data-kind={save.kind}>
      <Icon size={18} stroke={1.8} aria-hidden />
      <span>{saveStateText(save)}</span>
      <Announcer save={save} />
    </span>
  )
}

function Announcer({ save }: { save: SaveState }) {
  const before = useRef(save.kind)
  const [text, setText] = useState('')

  useEffect(() => {
    const next = announcement({ before: before.current, now: save })
    before.current = save.kind
    if (next) setText(next)
  }, [save])

  return <VisuallyHidden component="output">{text}</VisuallyHidden>
}
