import { mountRemoteCarets, type BoundText } from '@pupitre/document/client'
import type { LexicalEditor } from 'lexical'
import { useEffect, useRef } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import classes from './remote-carets.module.css'

/** The others' carets and selections, with their names, over a text. */
export function RemoteCarets({
  editor,
  bound,
  awareness,
}: {
  editor: LexicalEditor
  bound: BoundText | null
  awareness: Awareness | null
}) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const container = ref.current
    if (!container || !bound || !awareness) return
    return mountRemoteCarets({ editor, binding: bound, awareness, container })
  }, [editor, bound, awareness])
  return <div ref={ref} className={classes.carets} />
}
