import { IconLink } from '@tabler/icons-react'
import type { LexicalEditor } from 'lexical'
import { type ComponentProps, type ComponentType, useEffect, useRef, useState } from 'react'
import { brought, showNotBrought } from '../../on-demand.tsx'
import type { LinkPopover } from './link-popover.tsx'
import { ToolbarButton } from './toolbar-button.tsx'

export interface LinkButtonProps {
  editor: LexicalEditor
  link: string | null
  open: boolean
  onOpen: (open: boolean) => void
}

type Popover = ComponentType<ComponentProps<typeof LinkPopover>>

const code = brought<Popover>(() => import('./link-popover.tsx').then((module) => module.LinkPopover))

/** Opens the dialog of a link, the one under the caret or a new one: its code comes apart from the page's. */
export function LinkButton(props: LinkButtonProps) {
  const { link, open, onOpen } = props
  const [Part, setPart] = useState<Popover | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  /** Whether it was the one stop of the toolbar. */
  const [tabIndex, setTabIndex] = useState<number>()

  useEffect(() => code.bringAtRest(), [])
  useEffect(() => {
    if (!open || Part) return
    const put = (part: Popover) => {
      setTabIndex(button.current?.tabIndex)
      setPart(() => part)
    }
    code.bring().then(
      (part) => put(part),
      () => {
        showNotBrought()
        onOpen(false)
      },
    )
  }, [open, Part, onOpen])

  if (Part) return <Part {...props} tabIndex={tabIndex} />
  return (
    <ToolbarButton
      ref={button}
      label="Lien"
      icon={IconLink}
      shortcut={{ key: 'k' }}
      pressed={link !== null}
      expanded={false}
      onClick={() => onOpen(!open)}
    />
  )
}
