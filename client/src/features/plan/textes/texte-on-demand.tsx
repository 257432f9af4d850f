import { Button, Skeleton, Text } from '@mantine/core'
import { lazy, type RefObject, Suspense, useCallback, useEffect, useRef } from 'react'
import type { PlanTextes } from './plan-textes.ts'
import classes from './texte-on-demand.module.css'

/** Brings the editor, which a plan does not need to be read; ahead of time for who may write, so that their first key is not before it. */
export const bringEditor = () =>
  import('../../../ui/editor/live-text-editor.tsx').then((module) => ({ default: module.LiveTextEditor }))

const LiveTextEditor = lazy(bringEditor)

/**
 * A live text, read in its first lines until it is opened to be read whole or written.
 *
 * @param name what it is the description of, for who hears the button alone
 * @param text what it says now
 */
export function TexteOnDemand({
  document,
  readOnly,
  field,
  label,
  name,
  placeholder,
  text,
  opened,
  onOpen,
}: PlanTextes & {
  field: string
  label: string
  name: string
  placeholder: string
  text: string
  opened: boolean
  onOpen: (opened: boolean) => void
}) {
  const section = useRef<HTMLDivElement>(null)
  // Folded again: the focus goes back to what opened it.
  const wasOpened = useRef(false)
  const focusIfFolded = useCallback((button: HTMLButtonElement | null) => {
    if (wasOpened.current) button?.focus()
    wasOpened.current = false
  }, [])

  const verb = `${readOnly ? 'Lire' : 'Modifier'} la description`
  if (!opened) {
    return (
      <div className={classes.closed}>
        <Text className={classes.preview} size="sm">
          {text}
        </Text>
        <Button
          ref={focusIfFolded}
          variant="transparent"
          px={0}
          size="compact-sm"
          aria-label={`${verb} ${name}`}
          onClick={() => onOpen(true)}
        >
          {verb}
        </Button>
      </div>
    )
  }
  return (
    <div ref={section}>
      <Suspense fallback={<Skeleton height="6rem" />}>
        <LiveTextEditor
          doc={document.doc}
          awareness={document.awareness}
          field={field}
          label={label}
          placeholder={placeholder}
          readOnly={readOnly}
        />
        <Focused section={section} />
      </Suspense>
      <Button
        variant="transparent"
        px={0}
        size="compact-sm"
        mt={4}
        onClick={() => {
          wasOpened.current = true
          onOpen(false)
        }}
      >
        Replier la description
      </Button>
    </div>
  )
}

/** Whoever opens a text is in it. */
function Focused({ section }: { section: RefObject<HTMLDivElement | null> }) {
  useEffect(() => {
    section.current?.querySelector<HTMLElement>('[role="textbox"]')?.focus()
  }, [section])
  return null
}
