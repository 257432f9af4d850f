import { useMutation } from '@apollo/client/react'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import { UNEXPECTED_ERROR } from '../../../lib/graphql/unexpected-error.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { FichePicker, type PickedFiche } from '../../../ui/fiche-picker/fiche-picker.tsx'
import { type Linked, linkedAlready, linkInput, RELATIONS, type Relation } from './relation.ts'

const linkMutation = graphql(`
  mutation LinkFiches($input: LinkFichesInput!) {
    linkFiches(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on LinkFichesSuccess {
        lien {
          id
          fiche {
            id
            ...FicheLiens
          }
          autre {
            id
            ...FicheLiens
          }
        }
      }
    }
  }
`)

/** Chooses what the link says, then the fiche, among all those that one may read. */
export function LinkFicheForm({
  ficheId,
  linked,
  onDone,
}: {
  ficheId: string
  linked: readonly Linked[]
  onDone: () => void
}) {
  const [link] = useMutation(linkMutation)
  const [relation, setRelation] = useState<Relation>('LIEE')
  const [picked, setPicked] = useState<PickedFiche | null>(null)

  const excluded = new Map([
    [ficheId, 'C’est la fiche que vous lisez.'],
    ...linkedAlready(relation, linked).map((id) => [id, 'Déjà liée ainsi.'] as const),
  ])

  async function submit() {
    if (!picked) return 'Cherchez une fiche par ses mots, puis choisissez-la dans la liste.'
    if (linkedAlready(relation, linked).includes(picked.id))
      return 'Un lien de cette sorte va déjà d’une fiche à l’autre.'
    const input = linkInput(relation, { ficheId, autreId: picked.id })
    const { data } = await link({ variables: { input } }).catch(() => ({ data: null }))
    if (data?.linkFiches.__typename !== 'LinkFichesSuccess') return data?.linkFiches.message ?? UNEXPECTED_ERROR
    onDone()
    return null
  }

  return (
    <DialogForm action="Lier" onSubmit={submit} onCancel={onDone}>
      <NativeSelect
        label="Cette fiche…"
        value={relation}
        onChange={({ currentTarget }) => {
          const chosen = RELATIONS.find((each) => each.relation === currentTarget.value)
          if (chosen) setRelation(chosen.relation)
        }}
        data={RELATIONS.map(({ relation: value, sentence }) => ({ value, label: `… ${sentence}` }))}
      />
      <FichePicker picked={picked} onPick={setPicked} excluded={excluded} />
    </DialogForm>
  )
}
