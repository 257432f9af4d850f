import { useMutation } from '@apollo/client/react'
import { useOptimistic } from 'react'
import { type FragmentType, readFragment } from '../../../../gql/fragment-masking.ts'
import { graphql } from '../../../../gql/gql.ts'
import { useIsPrinting } from '../../../../lib/printing/use-is-printing.ts'
import { montantText } from '../../../../lib/text/montant.ts'
import { RemoveButton } from '../remove-button.tsx'
import { Section } from '../section.tsx'
import { useChange } from '../../../../ui/fields/use-change.ts'
import { AddFinanceur } from './add-financeur.tsx'
import { FinanceurMontant } from './financeur-montant.tsx'
import { PlainList } from '../../../../ui/plain-list.tsx'
import classes from '../sections.module.css'

const ficheFinanceurs = graphql(`
  fragment FicheFinanceurs on Fiche {
    id
    viewerCanUpdate
    collectivite {
      id
      siren
    }
    financeurs {
      id
      montantHt
      financeurs {
        id
        nom
      }
    }
  }
`)

const removeMutation = graphql(`
  mutation RemoveFicheFinanceur($input: RemoveFicheFinanceurInput!) {
    removeFicheFinanceur(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on RemoveFicheFinanceurSuccess {
        fiche {
          id
          ...FicheFinanceurs
        }
      }
    }
  }
`)

const NAMES = new Intl.ListFormat('fr-FR')

/** Who pays for a fiche, and how much: several names share one amount. */
export function FinanceursSection({ fiche }: { fiche: FragmentType<typeof ficheFinanceurs> }) {
  const { id, viewerCanUpdate, collectivite, financeurs } = readFragment(ficheFinanceurs, fiche)
  const [shown, hide] = useOptimistic(financeurs, (lignes, ligneId: string) =>
    lignes.filter((ligne) => ligne.id !== ligneId),
  )
  const [remove] = useMutation(removeMutation)
  const { change } = useChange()
  const isPrinting = useIsPrinting()

  return (
    <Section id="financeurs" title="Financeurs" empty={shown.length === 0 ? 'Aucun financeur pour l’instant.' : null}>
      {shown.length > 0 && (
        <PlainList className={classes.list}>
          {shown.map((ligne) => {
            const names = NAMES.format(ligne.financeurs.map(({ nom }) => nom))
            return (
              <li key={ligne.id} className={classes.row}>
                <span className={classes.name}>{names}</span>
                {viewerCanUpdate && (
                  <span className={classes.actions}>
                    <FinanceurMontant ligneId={ligne.id} names={names} montantHt={ligne.montantHt ?? null} />
                    <RemoveButton
                      label={`Retirer ${names}`}
                      onClick={() =>
                        void change({
                          show: () => hide(ligne.id),
                          send: async () =>
                            (await remove({ variables: { input: { ligneId: ligne.id } } })).data?.removeFicheFinanceur,
                        })
                      }
                    />
                  </span>
                )}
                {(!viewerCanUpdate || isPrinting) && (
                  <span className={ligne.montantHt == null ? classes.secondary : undefined}>
                    {ligne.montantHt == null ? 'Montant inconnu' : montantText(ligne.montantHt, 'EUROS_HT')}
                  </span>
                )}
              </li>
            )
          })}
        </PlainList>
      )}
      {viewerCanUpdate && <AddFinanceur ficheId={id} siren={collectivite.siren} />}
    </Section>
  )
}
