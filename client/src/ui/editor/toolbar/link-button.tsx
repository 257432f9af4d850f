import { Popover } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { LexicalEditor } from 'lexical'
import { LinkForm } from './link-form.tsx'
import { ToolbarButton } from './toolbar-button.tsx'

/** Opens the dialog of a link, the one under the caret or a new one. */
export function LinkButton({
  editor,
  link,
  open,
  onOpen,
}: {
  editor: LexicalEditor
  link: string | null
  open: boolean
  onOpen: (open: boolean) => void
}) {
  const close = () => {
    onOpen(false)
    editor.focus()
  }
  return (
    <Popover
      opened={open}
      onChange={onOpen}
      onDismiss={close}
      position="bottom"
      shadow="md"
      width={320}
      trapFocus
      withinPortal={false}
      middlewares={{ shift: { padding: 8 }, flip: true }}
    >
      <Popover.Target>
        <ToolbarButton
          label="Lien"
          icon={IconLink}
          shortcut={{ key: 'k' }}
          pressed={link !== null}
          expanded={open}
          onClick={() => onOpen(!open)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label="Lien">
        <LinkForm editor={editor} link={link} onClose={close} />
      </Popover.Dropdown>
    </Popover>
  )
}
