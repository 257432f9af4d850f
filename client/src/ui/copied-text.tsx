import { Button, Group, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import classes from './copied-text.module.css'

/** A text that one takes elsewhere, as it is: shown whole, and copied by a button. */
export function CopiedText({ label, text }: { label: string; text: string }) {
  const id = useId()
  const block = useRef<HTMLPreElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      // Of a page without TLS, or by the browser's settings: by hand then.
      setOutcome('refused')
      if (block.current) window.getSelection()?.selectAllChildren(block.current)
    }
  }

  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={600} size="sm" id={id}>
          {label}
        </Text>
        <Group gap="xs">
          <Text component="output" size="sm" c="dimmed">
            {outcome === 'copied' && 'Copié.'}
            {outcome === 'refused' && 'Sélectionné : Ctrl + C ou ⌘ + C le copie.'}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void copy()}
            leftSection={
              outcome === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
            }
            aria-label={`Copier : ${label}`}
          >
            Copier
          </Button>
        </Group>
      </Group>
      {/* It scrolls: the keyboard does it too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
      <pre ref={block} className={classes.text} tabIndex={0} role="group" aria-labelledby={id}>
        {text}
      </pre>
    </div>
  )
}
