import { Title, VisuallyHidden } from '@mantine/core'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { LiveTitleEditor } from '../../ui/editor/live-title-editor.tsx'

/**
 * The title, written where it is read. A text being written is no heading to a screen reader: one says it beside.
 *
 * @param title shown until the live one has come
 */
export function FicheTitle({
  document,
  title,
  loaded,
  readOnly,
}: {
  document: LiveDocument
  title: string
  loaded: boolean
  readOnly: boolean
}) {
  if (!loaded) return <Title order={1}>{title}</Title>
  return (
    <>
      {!readOnly && <VisuallyHidden component="h1">{title}</VisuallyHidden>}
      <LiveTitleEditor doc={document.doc} awareness={document.awareness} readOnly={readOnly} />
    </>
  )
}
