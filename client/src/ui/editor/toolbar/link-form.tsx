import { Anchor, Button, Group, TextInput } from '@mantine/core'
import { $createFlatTextNode, $setLink } from '@pupitre/document/client'
import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { useState, type SubmitEvent } from 'react'
import { readAddress } from './link-address.ts'

const REFUSED = 'Cette adresse n’est pas acceptée\u00a0: indiquez une page web (https://…) ou une adresse e-mail.'

function $applyLink(address: string): void {
  const selection = $getSelection() ?? $getRoot().selectEnd()
  if ($setLink(address) || !$isRangeSelection(selection)) return
  // Nothing is selected: the address itself is the text.
  selection.insertNodes([$createFlatTextNode(address.replace(/^mailto:/, ''), { link: address })])
}

/** Edits, opens or removes the link of the selection. */
export function LinkForm({
  editor,
  link,
  onClose,
}: {
  editor: LexicalEditor
  link: string | null
  onClose: () => void
}) {
  const [typed, setTyped] = useState(link ?? '')
  const [refused, setRefused] = useState(false)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const address = readAddress(typed)
    setRefused(address === null)
    if (address === null) return
    editor.update(() => $applyLink(address))
    onClose()
  }
  const remove = () => {
    editor.update(() => void $setLink(null))
    onClose()
  }
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label="Adresse du lien"
        placeholder="https://…"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={refused && REFUSED}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <Group mt="sm" gap="xs" justify="space-between">
        <Group gap="xs">
          <Button type="submit" size="xs">
            {link === null ? 'Ajouter' : 'Modifier'}
          </Button>
          {link !== null && (
            <Button size="xs" variant="default" onClick={remove}>
              Retirer
            </Button>
          )}
        </Group>
        {link !== null && (
          <Anchor href={link} target="_blank" rel="noopener noreferrer" size="sm">
            Ouvrir
          </Anchor>
        )}
      </Group>
    </form>
  )
}
