import { useCallback, useEffect, useState } from 'react'
import {
  type CellFix,
  type ImportDecisions,
  type ImportPreview,
  type ImportState,
  messageOf,
  readPreview,
  readState,
  sendFile,
  sendFixes,
  startImport,
} from './import-api.ts'

/** An import takes a second or two: often enough to show each of its steps. */
const POLL_MS = 300

interface Import {
  preview: ImportPreview | null
  state: ImportState
  /** A file is being read, or fixes are being applied. */
  busy: boolean
  error: string | null
  send: (file: File) => Promise<void>
  fix: (fix: CellFix) => Promise<void>
  start: (decisions: ImportDecisions) => Promise<void>
  restart: () => void
}

/**
 * An import from its file to its plan.
 * @param draftId of the address: a preview that was prepared before, shown again after a reload
 */
export function useImport({
  siren,
  draftId,
  onPrepared,
}: {
  siren: string
  draftId: string | undefined
  onPrepared: (id: string | undefined) => void
}): Import {
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [state, setState] = useState<ImportState>({ kind: 'preview' })
  const [busy, setBusy] = useState(draftId !== undefined)
  const [error, setError] = useState<string | null>(null)

  const attempt = useCallback(async (act: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await act()
    } catch (thrown) {
      setError(messageOf(thrown))
    } finally {
      setBusy(false)
    }
  }, [])

  const show = useCallback((shown: ImportPreview) => {
    setPreview(shown)
    setState(shown.state)
  }, [])

  // Of the address that the page was opened at: what it becomes later is this page's own doing.
  const [openedAt] = useState(draftId)
  useEffect(() => {
    if (openedAt === undefined) return
    readPreview(openedAt)
      .then(show)
      .catch((thrown: unknown) => setError(messageOf(thrown)))
      .finally(() => setBusy(false))
  }, [openedAt, show])

  useEffect(() => {
    if (state.kind !== 'running' || !preview) return
    const timer = setTimeout(() => {
      readState(preview.id)
        // A new object at each answer, so that the next one is asked for.
        .then((next) => setState({ ...next }))
        .catch(() => setState((before) => ({ ...before })))
    }, POLL_MS)
    return () => clearTimeout(timer)
  }, [state, preview])

  return {
    preview,
    state,
    busy,
    error,
    send: (file) =>
      attempt(async () => {
        const shown = await sendFile(siren, file)
        show(shown)
        onPrepared(shown.id)
      }),
    fix: (fix) =>
      attempt(async () => {
        if (!preview) return
        const others = preview.fixes.filter(({ row, column }) => row !== fix.row || column !== fix.column)
        show(await sendFixes(preview.id, [...others, fix]))
      }),
    start: (decisions) =>
      attempt(async () => {
        if (preview) setState(await startImport(preview.id, decisions))
      }),
    restart: () => {
      setPreview(null)
      setState({ kind: 'preview' })
      setError(null)
      onPrepared(undefined)
    },
  }
}
