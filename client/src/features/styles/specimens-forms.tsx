import { Button, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { CreateButton } from '../../ui/create-button.tsx'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FichePicker } from '../../ui/fiche-picker/fiche-picker.tsx'
import { NamesInput } from '../../ui/fields/names-input.tsx'
import { ReadFailed } from '../../ui/fields/read-failed.tsx'
import { MergeIntoSelect } from '../../ui/merge-into-select.tsx'
import { NewPasswordInput } from '../../ui/new-password-input.tsx'
import { showRefusal } from '../../ui/show-refusal.ts'
import { showTypedWords } from '../../ui/show-typed-words.tsx'
import { showUndo } from '../../ui/show-undo.tsx'
import { TypeAutreField } from '../../ui/type-autre-field.tsx'
import { nothing, refused } from './answers.ts'
import type { Specimen } from './specimen.ts'

function OpenedDialog() {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={open}>
        L’ouvrir
      </Button>
      <Dialog opened={opened} onClose={close} title="Un dialogue">
        <Text>Ce qu’il demande.</Text>
      </Dialog>
    </>
  )
}

const NONE_EXCLUDED: ReadonlyMap<string, string> = new Map()

const field = <TextInput label="Nom du plan" name="nom" />

/** What is filled in, and what answers. */
export const FORM_SPECIMENS: readonly Specimen[] = [
  { file: 'create-button.tsx', states: { fermé: <CreateButton label="Créer un plan">{() => field}</CreateButton> } },
  { file: 'dialog.tsx', states: { 'à ouvrir': <OpenedDialog /> } },
  {
    file: 'dialog-form.tsx',
    states: {
      prêt: (
        <DialogForm action="Enregistrer" onSubmit={refused} onCancel={nothing}>
          {field}
        </DialogForm>
      ),
      'pas encore prêt': (
        <DialogForm action="Enregistrer" ready={false} onSubmit={refused} onCancel={nothing}>
          {field}
        </DialogForm>
      ),
      'ne se reprend pas': (
        <DialogForm action="Supprimer" isDestructive onSubmit={refused} onCancel={nothing}>
          <Text>Ce plan et ses douze fiches.</Text>
        </DialogForm>
      ),
    },
  },
  {
    file: 'merge-into-select.tsx',
    states: {
      choisi: (
        <MergeIntoSelect
          label="Service qui reste"
          others={[{ id: 's', nom: 'Mobilités et voirie' }]}
          intoId="s"
          onChoose={nothing}
        />
      ),
    },
  },
  { file: 'type-autre-field.tsx', states: { rempli: <TypeAutreField siren="200039204" defaultValue="Plan vélo" /> } },
  {
    file: 'new-password-input.tsx',
    states: {
      vide: <NewPasswordInput label="Nouveau mot de passe" name="mot-de-passe" description="Huit caractères." />,
    },
  },
  {
    file: 'fields/names-input.tsx',
    states: {
      'avec des noms': (
        <NamesInput
          label="Partenaires"
          values={[
            { id: '1', nom: 'ADEME' },
            { id: '2', nom: 'Chambre d’agriculture' },
          ]}
          suggestions={['Région']}
          onSearch={nothing}
          add={async () => null}
          remove={async () => null}
        />
      ),
      vide: (
        <NamesInput
          label="Étiquettes"
          values={[]}
          suggestions={[]}
          onSearch={nothing}
          add={async () => null}
          remove={async () => null}
        />
      ),
    },
  },
  { file: 'fields/read-failed.tsx', states: { seul: <ReadFailed onRetry={nothing} /> } },
  {
    file: 'fiche-picker/fiche-picker.tsx',
    states: {
      vide: <FichePicker picked={null} onPick={nothing} excluded={NONE_EXCLUDED} />,
      choisie: (
        <FichePicker picked={{ id: '1', titre: 'Planter des haies' }} onPick={nothing} excluded={NONE_EXCLUDED} />
      ),
    },
  },
  {
    file: 'show-undo.tsx',
    states: {
      'ce qui se reprend': (
        <Button variant="default" onClick={() => showUndo({ message: 'Fiche supprimée.', onUndo: nothing })}>
          Montrer
        </Button>
      ),
      'un refus': (
        <Button variant="default" onClick={() => showRefusal('Cette fiche a été supprimée par une collègue.')}>
          Montrer
        </Button>
      ),
    },
  },
  {
    file: 'show-typed-words.tsx',
    states: {
      'des mots rendus': (
        <Button
          variant="default"
          onClick={() => showTypedWords({ message: 'L’axe a été supprimé.', words: 'Ce que vous écriviez' })}
        >
          Montrer
        </Button>
      ),
    },
  },
]
