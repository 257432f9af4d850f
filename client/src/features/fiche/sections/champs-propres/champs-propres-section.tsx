import { useMutation } from '@apollo/client/react'
import { Stack } from '@mantine/core'
import { type FragmentType, readFragment } from '../../../../gql/fragment-masking.ts'
import { graphql } from '../../../../gql/gql.ts'
import { longDate } from '../../../../lib/text/dates.ts'
import { Printed } from '../../../../ui/printing/printed.tsx'
import { Section } from '../section.tsx'
import { useChange } from '../../../../ui/fields/use-change.ts'
import { ChampInput } from './champ-input.tsx'
import { PlainList } from '../../../../ui/plain-list.tsx'
import classes from '../sections.module.css'

const ficheChamps = graphql(`
  fragment FicheChampsPropres on Fiche {
    id
    viewerCanUpdate
    champsPropres {
      champId
      nom
      type
      texte
      nombre
      date
      choix {
        id
        nom
      }
      choixPossibles {
        id
        nom
      }
    }
  }
`)

const setMutation = graphql(`
  mutation SetFicheChampPropre($input: SetFicheChampPropreInput!) {
    setFicheChampPropre(input: $input) {
      __typename
      ... on Error {
        message
      }
      ... on SetFicheChampPropreSuccess {
        fiche {
          id
          ...FicheChampsPropres
        }
      }
    }
  }
`)

const KEYS = { TEXTE: 'texte', NOMBRE: 'nombre', DATE: 'date', CHOIX: 'choixId' } as const

/** The fields that the plans of a fiche add to it; nothing where they add none. */
export function ChampsPropresSection({ fiche }: { fiche: FragmentType<typeof ficheChamps> }) {
  const { id: ficheId, viewerCanUpdate, champsPropres } = readFragment(ficheChamps, fiche)
  const [set] = useMutation(setMutation)
  const { change } = useChange()
  if (champsPropres.length === 0) return null

  const read = (
    <PlainList className={classes.list}>
      {champsPropres.map(({ champId, nom, texte, nombre, date, choix }) => (
        <li key={champId} className={classes.row}>
          <span className={classes.secondary}>{nom}</span>
          <span>{texte ?? nombre?.replace('.', ',') ?? (date ? longDate(date) : (choix?.nom ?? 'Non renseigné'))}</span>
        </li>
      ))}
    </PlainList>
  )
  return (
    <Section id="champs-propres" title="Champs du plan" empty={null}>
      {viewerCanUpdate ? (
        <Printed
          paper={read}
          screen={
            <Stack gap="sm">
              {champsPropres.map((champ) => {
                const value = champ.texte ?? champ.nombre ?? champ.date ?? champ.choix?.id ?? ''
                return (
                  <ChampInput
                    key={`${champ.champId} ${value}`}
                    champ={champ}
                    value={value}
                    onKeep={(kept) =>
                      change({
                        send: async () =>
                          (
                            await set({
                              variables: {
                                input: { ficheId, champId: champ.champId, [KEYS[champ.type]]: kept || null },
                              },
                            })
                          ).data?.setFicheChampPropre,
                      })
                    }
                  />
                )
              })}
            </Stack>
          }
        />
      ) : (
        read
      )}
    </Section>
  )
}
