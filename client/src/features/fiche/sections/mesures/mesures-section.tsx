import { useMutation } from '@apollo/client/react'
import { useOptimistic } from 'react'
import { type FragmentType, readFragment } from '../../../../gql/fragment-masking.ts'
import { graphql } from '../../../../gql/gql.ts'
import { RemoveButton } from '../remove-button.tsx'
import { Section } from '../section.tsx'
import { useChange } from '../../../../ui/fields/use-change.ts'
import { AddMesure } from './add-mesure.tsx'
import { PlainList } from '../../../../ui/plain-list.tsx'
import classes from '../sections.module.css'

const ficheMesures = graphql(`
  fragment FicheMesures on Fiche {
    id
    viewerCanUpdate
    mesuresLiees {
      id
      code
      titre
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveFicheMesureLiee($input: RemoveFicheMesureLieeInput!) {
    removeFicheMesureLiee(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheMesureLieeSuccess {
        fiche {
          id
          ...FicheMesures
        }
      }
    }
  }
`)

/** The measures of outside référentiels that a fiche refers to. */
export function MesuresSection({ fiche }: { fiche: FragmentType<typeof ficheMesures> }) {
  const { id, viewerCanUpdate, mesuresLiees } = readFragment(ficheMesures, fiche)
  const [shown, hide] = useOptimistic(mesuresLiees, (mesures, mesureId: string) =>
    mesures.filter((mesure) => mesure.id !== mesureId),
  )
  const [remove] = useMutation(removeMutation)
  const { change } = useChange()

  return (
    <Section
      id="mesures-liees"
      title="Mesures liées"
      empty={shown.length === 0 ? 'Aucune mesure d’un référentiel n’est liée à cette fiche.' : null}
    >
      {shown.length > 0 && (
        <PlainList className={classes.list}>
          {shown.map(({ id: mesureId, code, titre }) => (
            <li key={mesureId} className={classes.row}>
              <span className={classes.name}>
                {code && <strong>{code}</strong>} {titre}
              </span>
              {viewerCanUpdate && (
                <RemoveButton
                  label={`Retirer la mesure ${code || titre}`}
                  onClick={() =>
                    void change({
                      show: () => hide(mesureId),
                      send: async () =>
                        (await remove({ variables: { input: { mesureId } } })).data?.removeFicheMesureLiee,
                    })
                  }
                />
              )}
            </li>
          ))}
        </PlainList>
      )}
      {viewerCanUpdate && <AddMesure ficheId={id} />}
    </Section>
  )
}
