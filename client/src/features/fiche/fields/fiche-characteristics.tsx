import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import type { FicheCharacteristicsFragment } from '../../../gql/graphql.ts'
import { CIBLE_LABELS, EFFET_LABELS, LABEL_LISTS, PARTICIPATION_LABELS } from '../../../lib/vocabulary/fiche-choices.ts'
import { Section } from '../sections/section.tsx'
import { CharacteristicsRead } from './characteristics-read.tsx'
import { Printed } from '../../../ui/printing/printed.tsx'
import { ChoiceField } from './choice-field.tsx'
import { ChoicesField } from './choices-field.tsx'
import { NamesField } from './names-field.tsx'
import { TextField } from './text-field.tsx'
import { useFicheCibles, useFicheEffetsAttendus } from './use-fiche-choices.ts'
import { useFicheLabels } from './use-fiche-labels.ts'
import { useFicheSousThematiques, useFicheThematiques } from './use-fiche-thematiques.ts'
import { useSuggestedLabels, useThematiques } from './use-suggestions.ts'
import { useUpdateFiche } from '../../../ui/fiche-changes/use-update-fiche.ts'
import classes from './fields.module.css'

const ficheCharacteristics = graphql(`
  fragment FicheCharacteristics on Fiche {
    id
    viewerCanUpdate
    collectivite {
      id
      siren
    }
    thematiques {
      code
      nom
    }
    sousThematiques {
      code
      nom
    }
    cibles
    effetsAttendus
    participationCitoyenne
    participationDetail
    structures {
      id
      nom
    }
    partenaires {
      id
      nom
    }
    instancesGouvernance {
      id
      nom
    }
    tags {
      id
      nom
    }
  }
`)

/** What a fiche is about, for whom and with whom. */
export function FicheCharacteristics({ fiche }: { fiche: FragmentType<typeof ficheCharacteristics> }) {
  const facts = readFragment(ficheCharacteristics, fiche)

  return (
    <Section id="caracteristiques" title="Caractéristiques" empty={null}>
      <div className={classes.columns}>
        {facts.viewerCanUpdate ? (
          <Printed screen={<CharacteristicsFields facts={facts} />} paper={<CharacteristicsRead facts={facts} />} />
        ) : (
          <CharacteristicsRead facts={facts} />
        )}
      </div>
    </Section>
  )
}

function CharacteristicsFields({ facts }: { facts: FicheCharacteristicsFragment }) {
  const { id, collectivite } = facts
  const update = useUpdateFiche(id)
  const thematiques = useThematiques()

  return (
    <>
      <ChoicesField
        name="thematiques"
        label="Thématiques"
        values={facts.thematiques.map(({ code }) => code)}
        data={(thematiques.length > 0 ? thematiques : facts.thematiques).map(optionOf)}
        {...useFicheThematiques(id)}
      />
      <ChoicesField
        name="sousThematiques"
        label="Sous-thématiques"
        values={facts.sousThematiques.map(({ code }) => code)}
        data={
          thematiques.length > 0
            ? thematiques.map(({ nom, sousThematiques }) => ({ group: nom, items: sousThematiques.map(optionOf) }))
            : facts.sousThematiques.map(optionOf)
        }
        {...useFicheSousThematiques(id)}
      />
      <ChoicesField
        name="effetsAttendus"
        label="Effets attendus"
        values={facts.effetsAttendus}
        data={optionsOf(EFFET_LABELS)}
        {...useFicheEffetsAttendus(id)}
      />
      <ChoicesField
        name="cibles"
        label="Cibles"
        values={facts.cibles}
        data={optionsOf(CIBLE_LABELS)}
        {...useFicheCibles(id)}
      />
      {LABEL_LISTS.map(({ genre, field, label }) => (
        <LabelsField
          key={genre}
          ficheId={id}
          siren={collectivite.siren}
          genre={genre}
          field={field}
          label={label}
          values={facts[field]}
        />
      ))}
      <ChoiceField
        name="participationCitoyenne"
        label="Participation citoyenne"
        value={facts.participationCitoyenne ?? null}
        labels={PARTICIPATION_LABELS}
        onChange={(participationCitoyenne, show) => update({ participationCitoyenne }, show)}
      />
      <TextField
        name="participationDetail"
        label="Comment les habitants participent"
        value={facts.participationDetail ?? null}
        onKeep={(participationDetail, show) => update({ participationDetail }, show)}
      />
    </>
  )
}

function LabelsField({
  ficheId,
  siren,
  genre,
  field,
  label,
  values,
}: {
  ficheId: string
  siren: string
  values: readonly { id: string; nom: string }[]
} & (typeof LABEL_LISTS)[number]) {
  const suggested = useSuggestedLabels(siren, genre)
  return <NamesField name={field} label={label} values={values} {...suggested} {...useFicheLabels(ficheId, genre)} />
}

function optionOf({ code, nom }: { code: string; nom: string }) {
  return { value: code, label: nom }
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
