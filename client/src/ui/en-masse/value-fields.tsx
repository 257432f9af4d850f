import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import type { FicheValeursInput } from '../../gql/graphql.ts'
import { PARTICIPATION_LABELS, TEMPS_LABELS } from '../../lib/vocabulary/fiche-choices.ts'
import { PRIORITE_LABELS, STATUT_LABELS } from '../../lib/vocabulary/fiche-labels.ts'

const KEEP = 'keep'
const CLEAR = 'clear'

/** The single values that fiches are given. One that is left as it is, is not named. */
export function ValueFields({
  valeurs,
  onChange,
}: {
  valeurs: FicheValeursInput
  onChange: (valeurs: FicheValeursInput) => void
}) {
  /** null clears; undefined leaves as it is. */
  function give<Name extends keyof FicheValeursInput>(name: Name, value: FicheValeursInput[Name]) {
    const { [name]: _before, ...others } = valeurs
    onChange(value === undefined ? others : { ...others, [name]: value })
  }

  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Choice
        label="Statut"
        labels={STATUT_LABELS}
        value={valeurs.statut}
        onChange={(statut) => give('statut', statut)}
      />
      <Choice
        label="Priorité"
        labels={PRIORITE_LABELS}
        value={valeurs.priorite}
        onChange={(priorite) => give('priorite', priorite)}
      />
      <Day label="Début" value={valeurs.dateDebut} onChange={(day) => give('dateDebut', day)} />
      <Day label="Fin" value={valeurs.dateFin} onChange={(day) => give('dateFin', day)} />
      <Choice
        label="Temps de mise en œuvre"
        labels={TEMPS_LABELS}
        value={valeurs.tempsDeMiseEnOeuvre}
        onChange={(temps) => give('tempsDeMiseEnOeuvre', temps)}
      />
      <Choice
        label="Participation citoyenne"
        labels={PARTICIPATION_LABELS}
        value={valeurs.participationCitoyenne}
        onChange={(participation) => give('participationCitoyenne', participation)}
      />
      <NativeSelect
        size="xs"
        label="Répétition tous les ans"
        value={valeurs.ameliorationContinue == null ? KEEP : String(valeurs.ameliorationContinue)}
        onChange={({ currentTarget: { value } }) =>
          give('ameliorationContinue', value === KEEP ? undefined : value === 'true')
        }
        data={[
          { value: KEEP, label: 'Ne pas changer' },
          { value: 'true', label: 'Oui' },
          { value: 'false', label: 'Non' },
        ]}
      />
    </SimpleGrid>
  )
}

function Choice<Value extends string>({
  label,
  labels,
  value,
  onChange,
}: {
  label: string
  labels: Readonly<Record<Value, string>>
  value: Value | null | undefined
  onChange: (value: Value | null | undefined) => void
}) {
  const isValue = (text: string): text is Value => Object.hasOwn(labels, text)
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value === undefined ? KEEP : (value ?? CLEAR)}
      onChange={({ currentTarget: { value: chosen } }) =>
        onChange(isValue(chosen) ? chosen : chosen === CLEAR ? null : undefined)
      }
      data={[
        { value: KEEP, label: 'Ne pas changer' },
        ...Object.entries<string>(labels).map(([key, text]) => ({ value: key, label: text })),
        { value: CLEAR, label: 'Effacer' },
      ]}
    />
  )
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | null | undefined
  onChange: (value: string | undefined) => void
}) {
  return (
    <TextInput
      size="xs"
      type="date"
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget: { value: day } }) => onChange(day || undefined)}
    />
  )
}
