import { useMutation } from '@apollo/client/react'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { counted, fr } from '../../lib/text/french.ts'
import { Dialog } from '../dialog.tsx'
import { showUndo } from '../show-undo.tsx'
import { useUndoActe } from '../undo-acte.ts'
import { type AskedChange, asksSomething, emptyLine, inputOf } from './asked-change.ts'
import { ChangePreview, type Outcome } from './change-preview.tsx'
import { SetLineFields } from './set-line-fields.tsx'
import { updateFichesMutation } from './update-fiches.ts'
import { ValueFields } from './value-fields.tsx'

interface ChangeProps {
  siren: string
  ficheIds: readonly string[]
  onClose: () => void
  onChanged: () => void
}

/** Gives many fiches the same change: chosen, looked at, done, and taken back if need be. */
export function ChangeDialog({
  ficheIds,
  ...props
}: Omit<ChangeProps, 'ficheIds'> & { ficheIds: readonly string[] | null }) {
  return (
    <Dialog
      opened={ficheIds !== null}
      onClose={props.onClose}
      title={fr`Modifier ${counted(ficheIds?.length ?? 0, 'fiche', 'fiches')}`}
    >
      {ficheIds && <ChangeForm ficheIds={ficheIds} {...props} />}
    </Dialog>
  )
}

function ChangeForm({ siren, ficheIds, onClose, onChanged }: ChangeProps) {
  const [asked, setAsked] = useState<AskedChange>({ valeurs: {}, lines: [] })
  const [preview, setPreview] = useState<Outcome | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [mutate, { loading }] = useMutation(updateFichesMutation)
  const undo = useUndoActe()

  async function send(essai: boolean) {
    const input = inputOf(asked, { ficheIds, essai })
    const { data } = await mutate({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.updateFiches.__typename === 'UpdateFichesSuccess') return data.updateFiches
    setRefusal(data?.updateFiches.message ?? UNEXPECTED_ERROR)
    return null
  }

  function change(next: AskedChange) {
    setAsked(next)
    setPreview(null)
    setRefusal(null)
  }

  async function apply() {
    const done = await send(false)
    if (!done) return
    const { acte, changees } = done
    if (acte != null) {
      const message = `${counted(changees, 'fiche modifiée', 'fiches modifiées')}.`
      showUndo({ message, onUndo: () => void undo(acte) })
    }
    onChanged()
    onClose()
  }

  return (
    <Stack gap="md">
      {refusal !== null && (
        <Alert color="red" role="alert">
          {refusal}
        </Alert>
      )}
      <ValueFields valeurs={asked.valeurs} onChange={(valeurs) => change({ ...asked, valeurs })} />
      {asked.lines.map((line) => (
        <SetLineFields
          key={line.id}
          line={line}
          siren={siren}
          onChange={(next) =>
            change({ ...asked, lines: asked.lines.map((each) => (each.id === line.id ? next : each)) })
          }
          onRemove={() => change({ ...asked, lines: asked.lines.filter(({ id }) => id !== line.id) })}
        />
      ))}
      <Button
        variant="subtle"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => change({ ...asked, lines: [...asked.lines, emptyLine()] })}
      >
        Ajouter ou retirer dans une liste
      </Button>
      {preview && <ChangePreview {...preview} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Annuler
        </Button>
        {preview ? (
          <Button loading={loading} disabled={preview.changees === 0} onClick={() => void apply()}>
            {`Modifier ${counted(preview.changees, 'fiche', 'fiches')}`}
          </Button>
        ) : (
          <Button loading={loading} disabled={!asksSomething(asked)} onClick={() => void send(true).then(setPreview)}>
            Prévisualiser
          </Button>
        )}
      </Group>
    </Stack>
  )
}
