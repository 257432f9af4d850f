import { Popover } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { LinkButtonProps } from './link-button.tsx'
import { LinkForm } from './link-form.tsx'
import { ToolbarButton } from './toolbar-button.tsx'

/** The button of a link and its dialog: of the one under the caret, or of a new one. */
export function LinkPopover({
  editor,
  link,
  open,
  onOpen,
  tabIndex,
}: LinkButtonProps & { tabIndex: number | undefined }) {
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
          tabIndex={tabIndex}
          onClick={() => onOpen(!open)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label="Lien">
        <LinkForm editor={editor} link={link} onClose={close} />
      </Popover.Dropdown>
    </Popover>
  )
}
