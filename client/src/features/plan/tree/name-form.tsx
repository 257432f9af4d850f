import { Button, Group, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { formText } from '../../../lib/text/form-text.ts'
import classes from './tree-row.module.css'

/** Names an axe in its line: Entrée keeps the name, Échap leaves it. */
export function NameForm({
  label,
  initial = '',
  submit,
  onDone,
}: {
  label: string
  initial?: string
  /** Answers whether the name is kept. */
  submit: (nom: string) => Promise<boolean>
  onDone: () => void
}) {
  const [saving, setSaving] = useState(false)

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const nom = formText(new FormData(event.currentTarget), 'nom')
    if (nom === '' || nom === initial) return onDone()
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
        defaultValue={initial}
        size="sm"
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
        flex="1 1 12rem"
        ref={(input) => input?.focus()}
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
