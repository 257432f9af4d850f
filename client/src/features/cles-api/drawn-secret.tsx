import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type ClipboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { fr } from '../../lib/text/french.ts'
import classes from './drawn-secret.module.css'

/** What is said of a secret, beside it. */
export interface SecretWords {
  /** What it is, and that it must be copied now. */
  intro: string
  /** Where it goes, and how it serves. */
  use: ReactNode
  /** What losing it would mean. */
  loss: string
}

/** The one time that a secret is shown: the way to copy it, where it goes, and what closing uncopied would mean. */
export function DrawnSecret({
  secret,
  words,
  isAsking,
  onCopied,
  onClose,
  onStay,
  onLeave,
}: {
  secret: string
  words: SecretWords
  /** Whether one is about to lose it. */
  isAsking: boolean
  onCopied: () => void
  onClose: () => void
  onStay: () => void
  onLeave: () => void
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const copying = useRef<HTMLButtonElement>(null)
  const staying = useRef<HTMLButtonElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)

  // The keyboard is where there is something to answer.
  useEffect(() => {
    const button = isAsking ? staying : copying
    button.current?.focus()
  }, [isAsking])

  function told() {
    setOutcome('copied')
    onCopied()
    onStay()
  }
  async function copy() {
    try {
      await navigator.clipboard.writeText(secret)
      told()
    } catch {
      // Of a page without TLS, or by the browser's settings: by hand then.
      setOutcome('refused')
      field.current?.select()
    }
  }
  function onCopy({ currentTarget: { selectionStart, selectionEnd } }: ClipboardEvent<HTMLTextAreaElement>) {
    if (selectionEnd - selectionStart === secret.length) told()
  }

  return (
    <Stack gap="md">
      <Text>{words.intro}</Text>
      <Textarea
        ref={field}
        label="Secret"
        value={secret}
        readOnly
        autosize
        spellCheck={false}
        classNames={{ input: classes.secret ?? '' }}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onCopy={onCopy}
      />
      <Group gap="sm">
        <Button
          leftSection={outcome === 'copied' ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          variant={outcome === 'copied' ? 'default' : 'filled'}
          onClick={() => void copy()}
          ref={copying}
        >
          Copier le secret
        </Button>
        <Text component="output" size="sm">
          {outcome === 'copied' && 'Copié.'}
        </Text>
      </Group>
      {outcome === 'refused' && (
        <Alert color="red" role="alert">
          {fr`Votre navigateur ne laisse pas copier d’ici. Le secret est sélectionné : copiez-le au clavier, par Ctrl + C ou ⌘ + C.`}
        </Alert>
      )}
      <Stack gap="xs">{words.use}</Stack>
      {isAsking && (
        <Alert color="red" role="alert" title={fr`Fermer sans avoir copié le secret ?`}>
          {words.loss}
        </Alert>
      )}
      <Group justify="flex-end">
        {isAsking ? (
          <>
            <Button variant="default" onClick={onStay} ref={staying}>
              Revenir au secret
            </Button>
            <Button color="red.9" onClick={onLeave}>
              Fermer sans copier
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={onClose}>
            Terminé
          </Button>
        )}
      </Group>
    </Stack>
  )
}
