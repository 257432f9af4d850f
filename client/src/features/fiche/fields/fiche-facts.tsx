import { Checkbox, Title } from '@mantine/core'
import { useOptimistic } from 'react'
import type { FragmentType } from '../../../gql/fragment-masking.ts'
import { TEMPS_LABELS } from '../../../lib/vocabulary/fiche-choices.ts'
import { PRIORITE_LABELS, STATUT_LABELS } from '../../../lib/vocabulary/fiche-labels.ts'
import { Surface } from '../../../ui/surface.tsx'
import { Printed } from '../../../ui/printing/printed.tsx'
import { ChoiceField } from './choice-field.tsx'
import { ChoicesField } from './choices-field.tsx'
import { FactsRead } from './facts-read.tsx'
import { Field } from './field.tsx'
import { type Facts, type ficheFacts, readFacts } from './fiche-facts-fragments.ts'
import { useSuggestedPersonnes } from '../../../ui/fields/use-suggested-personnes.ts'
import { NamesField } from './names-field.tsx'
import { TextField } from './text-field.tsx'
import { useFichePilotes, useFicheReferents } from '../../../ui/fiche-changes/use-fiche-personnes.ts'
import { useFicheServices } from '../../../ui/fiche-changes/use-fiche-services.ts'
import { useServices } from '../../../ui/fields/use-services.ts'
import { useUpdateFiche } from '../../../ui/fiche-changes/use-update-fiche.ts'
import classes from './fields.module.css'

/** Where a fiche stands, when, and who runs it. */
export function FicheFacts({ fiche }: { fiche: FragmentType<typeof ficheFacts> }) {
  const facts = readFacts(fiche)

  return (
    <Surface p="md">
      <aside aria-labelledby="reperes">
        <Title order={2} id="reperes" className={classes.title}>
          Repères
        </Title>
        <div className={classes.fields}>
          {facts.viewerCanUpdate ? (
            <Printed screen={<FactsFields facts={facts} />} paper={<FactsRead facts={facts} />} />
          ) : (
            <FactsRead facts={facts} />
          )}
        </div>
      </aside>
    </Surface>
  )
}

function FactsFields({ facts }: { facts: Facts }) {
  const update = useUpdateFiche(facts.id)

  return (
    <>
      <ChoiceField
        name="statut"
        label="Statut"
        value={facts.statut ?? null}
        labels={STATUT_LABELS}
        onChange={(statut, show) => update({ statut }, show)}
      />
      <ChoiceField
        name="priorite"
        label="Priorité"
        value={facts.priorite ?? null}
        labels={PRIORITE_LABELS}
        onChange={(priorite, show) => update({ priorite }, show)}
      />
      <div className={classes.dates}>
        <TextField
          name="dateDebut"
          label="Début"
          type="date"
          value={facts.dateDebut ?? null}
          onKeep={(dateDebut, show) => update({ dateDebut }, show)}
        />
        <TextField
          name="dateFin"
          label="Fin"
          type="date"
          value={facts.dateFin ?? null}
          onKeep={(dateFin, show) => update({ dateFin }, show)}
        />
      </div>
      {facts.enRetard && <div className={classes.late}>En retard</div>}
      <Repetition facts={facts} update={update} />
      <TextField
        name="calendrier"
        label="Calendrier"
        value={facts.calendrier ?? null}
        onKeep={(calendrier, show) => update({ calendrier }, show)}
      />
      <ChoiceField
        name="tempsDeMiseEnOeuvre"
        label="Temps de mise en œuvre"
        value={facts.tempsDeMiseEnOeuvre ?? null}
        labels={TEMPS_LABELS}
        onChange={(tempsDeMiseEnOeuvre, show) => update({ tempsDeMiseEnOeuvre }, show)}
      />
      <TextField
        name="poids"
        label="Poids dans l’avancement"
        type="number"
        value={facts.poids == null ? null : String(facts.poids)}
        onKeep={(poids, show) => update({ poids: poids === null ? null : Number(poids) }, show)}
      />
      <PeopleFields facts={facts} />
    </>
  )
}

function Repetition({
  facts: { ameliorationContinue },
  update,
}: {
  facts: Facts
  update: ReturnType<typeof useUpdateFiche>
}) {
  const [shown, show] = useOptimistic(ameliorationContinue)

  return (
    <Field name="ameliorationContinue" label="Répétition">
      <Checkbox
        size="xs"
        label="L’action se répète tous les ans"
        checked={shown}
        onChange={({ currentTarget: { checked } }) => update({ ameliorationContinue: checked }, () => show(checked))}
      />
    </Field>
  )
}

function PeopleFields({ facts: { id, collectivite, services, pilotes, referents } }: { facts: Facts }) {
  const { suggested: forPilotes } = useSuggestedPersonnes(collectivite.siren)
  const { suggested: forReferents } = useSuggestedPersonnes(collectivite.siren)
  const allServices = useServices(collectivite.siren)

  return (
    <>
      <ChoicesField
        name="services"
        label="Services pilotes"
        values={services.map((service) => service.id)}
        data={optionsOf([...allServices, ...services])}
        {...useFicheServices(id)}
      />
      <NamesField name="pilotes" label="Pilotes" values={pilotes} {...forPilotes} {...useFichePilotes(id)} />
      <NamesField name="referents" label="Référents" values={referents} {...forReferents} {...useFicheReferents(id)} />
    </>
  )
}

/** Options of a list, each once. */
function optionsOf(services: readonly { id: string; nom: string }[]) {
  return [...new Map(services.map(({ id, nom }) => [id, { value: id, label: nom }])).values()]
}
