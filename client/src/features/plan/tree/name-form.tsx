import { Button, Group, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { formText } from '../../../lib/text/form-text.ts'
import classes from './tree-row.module.css'

/** Names an axe in its line: Entrée keeps the name, Échap leaves it. */
export function NameForm({
  label,
  initial = '',
  draft,
  onType,
  submit,
  onDone,
}: {
  label: string
  initial?: string
  /** What was typed already, before the line moved under another axe. */
  draft?: string | undefined
  onType?: (nom: string) => void
  /** Answers whether the name is kept. */
  submit: (nom: string) => Promise<boolean>
  onDone: () => void
}) {
  const [saving, setSaving] = useState(false)
  // A colleague's new name is not replaced by the one that was there before, which nobody typed.
  const [given] = useState(initial)

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const nom = formText(new FormData(event.currentTarget), 'nom')
    if (nom === '' || nom === given) return onDone()
    setSaving(true)
    const kept = await submit(nom)
    setSaving(false)
    if (kept) onDone()
  }

  return (
    <form className={classes.form} onSubmit={(event) => void onSubmit(event)}>
      <TextInput
        aria-label={label}
        placeholder={label}
        name="nom"
        defaultValue={draft ?? initial}
        onChange={({ currentTarget }) => onType?.(currentTarget.value)}
        size="sm"
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
        flex="1 1 12rem"
        ref={focus}
      />
      <Group gap="xs" wrap="nowrap">
        <Button type="submit" size="xs" loading={saving}>
          Valider
        </Button>
        <Button variant="default" size="xs" onClick={onDone}>
          Annuler
        </Button>
      </Group>
    </form>
  )
}

/** When the field comes, and not each time that it is drawn: one may have gone on to the buttons. */
function focus(input: HTMLInputElement | null): void {
  input?.focus()
}
