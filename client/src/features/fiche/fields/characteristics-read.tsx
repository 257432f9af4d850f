import type { FicheCharacteristicsFragment } from '../../../gql/graphql.ts'
import { CIBLE_LABELS, EFFET_LABELS, LABEL_LISTS, PARTICIPATION_LABELS } from '../../../lib/vocabulary/fiche-choices.ts'
import { Field, ReadValue } from './field.tsx'

/** The same characteristics for who may only read them. */
export function CharacteristicsRead({ facts }: { facts: FicheCharacteristicsFragment }) {
  const names = (named: readonly { nom: string }[]) => named.map(({ nom }) => nom)
  const { participationCitoyenne, participationDetail } = facts
  const rows: { name: string; label: string; values: readonly string[] }[] = [
    { name: 'thematiques', label: 'Thématiques', values: names(facts.thematiques) },
    { name: 'sousThematiques', label: 'Sous-thématiques', values: names(facts.sousThematiques) },
    {
      name: 'effetsAttendus',
      label: 'Effets attendus',
      values: facts.effetsAttendus.map((effet) => EFFET_LABELS[effet]),
    },
    { name: 'cibles', label: 'Cibles', values: facts.cibles.map((cible) => CIBLE_LABELS[cible]) },
    ...LABEL_LISTS.map(({ field, label }) => ({ name: field, label, values: names(facts[field]) })),
    {
      name: 'participationCitoyenne',
      label: 'Participation citoyenne',
      values: [
        ...(participationCitoyenne ? [PARTICIPATION_LABELS[participationCitoyenne]] : []),
        ...(participationDetail ? [participationDetail] : []),
      ],
    },
  ]

  return rows.map(({ name, label, values }) => (
    <Field key={name} name={name} label={label}>
      <ReadValue>{values.join('\n')}</ReadValue>
    </Field>
  ))
}
