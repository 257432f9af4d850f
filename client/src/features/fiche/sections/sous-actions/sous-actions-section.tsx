import { useMutation } from '@apollo/client/react'
import { useOptimistic } from 'react'
import { type FragmentType, readFragment } from '../../../../gql/fragment-masking.ts'
import { graphql } from '../../../../gql/gql.ts'
import { PlainList } from '../../../../ui/plain-list.tsx'
import { Section } from '../section.tsx'
import { useChange } from '../../../../ui/fields/use-change.ts'
import { AddSousAction } from './add-sous-action.tsx'
import { AttachFiche } from './attach-fiche.tsx'
import { moved } from './moved.ts'
import { SousActionRow } from './sous-action-row.tsx'
import { useAttach } from './use-attach.ts'
import classes from '../sections.module.css'

const ficheSousActions = graphql(`
  fragment FicheSousActions on Fiche {
    id
    viewerCanUpdate
    viewerCanMove
    parent {
      id
    }
    sousActions {
      id
      uuid
      titre
      statut
    }
  }
`)

/** What one who may add one is told of them. */
const HELP = ' : elles découpent l’action en étapes, chacune avec son statut.'

const moveMutation = graphql(`
  mutation MoveSousAction($input: MoveSousActionInput!) {
    moveSousAction(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on MoveSousActionSuccess {
        fiche {
          id
          ...FicheSousActions
        }
      }
    }
  }
`)

/** The sous-actions of a fiche, in their order; a sous-action has none. */
export function SousActionsSection({ fiche }: { fiche: FragmentType<typeof ficheSousActions> }) {
  const { id, viewerCanUpdate, viewerCanMove, parent, sousActions } = readFragment(ficheSousActions, fiche)
  const [shown, show] = useOptimistic(sousActions, (current, asked: { id: string; step: -1 | 1 }) =>
    moved(current, asked),
  )
  const [move] = useMutation(moveMutation)
  const { change } = useChange()
  const { takeOut } = useAttach()
  if (parent) return null

  return (
    <Section
      id="sous-actions"
      title="Sous-actions"
      empty={shown.length === 0 ? `Aucune sous-action${viewerCanUpdate ? HELP : '.'}` : null}
    >
      {shown.length > 0 && (
        <PlainList ordered className={classes.list}>
          {shown.map((sousAction, index) => (
            <SousActionRow
              key={sousAction.id}
              sousAction={sousAction}
              isFirst={index === 0}
              isLast={index === shown.length - 1}
              readOnly={!viewerCanUpdate}
              {...(viewerCanMove && { onTakeOut: () => takeOut({ ...sousAction, parentId: id }) })}
              onMove={(step) => {
                const after = moved(shown, { id: sousAction.id, step })
                const afterId = after[after.findIndex((each) => each.id === sousAction.id) - 1]?.id ?? null
                void change({
                  show: () => show({ id: sousAction.id, step }),
                  send: async () =>
                    (await move({ variables: { input: { sousActionId: sousAction.id, afterId } } })).data
                      ?.moveSousAction,
                })
              }}
            />
          ))}
        </PlainList>
      )}
      {viewerCanUpdate && <AddSousAction parentId={id} />}
      {viewerCanMove && <AttachFiche parentId={id} sousActionIds={shown.map((sousAction) => sousAction.id)} />}
    </Section>
  )
}
