import { dateSpan } from '../../../lib/text/dates.ts'
import { TEMPS_LABELS } from '../../../lib/vocabulary/fiche-choices.ts'
import { PrioriteLabel } from '../../../ui/priorite-label.tsx'
import { StatutBadge } from '../../../ui/statut-badge.tsx'
import { Field, ReadValue } from './field.tsx'
import type { Facts } from './fiche-facts-fragments.ts'
import classes from './fields.module.css'

/** The same facts for who may only read them. */
export function FactsRead({ facts }: { facts: Facts }) {
  const dates = dateSpan({ start: facts.dateDebut ?? null, end: facts.dateFin ?? null })
  const names = (named: readonly { nom: string }[]) => named.map(({ nom }) => nom).join('\n')

  return (
    <>
      <Field name="statut" label="Statut">
        <StatutBadge statut={facts.statut} />
      </Field>
      <Field name="priorite" label="Priorité">
        <ReadValue>{facts.priorite && <PrioriteLabel priorite={facts.priorite} />}</ReadValue>
      </Field>
      <Field name="dateFin" label="Dates">
        <ReadValue>{dates}</ReadValue>
        {facts.enRetard && <div className={classes.late}>En retard</div>}
      </Field>
      {facts.ameliorationContinue && (
        <Field name="ameliorationContinue" label="Répétition">
          <ReadValue>L’action se répète tous les ans</ReadValue>
        </Field>
      )}
      {facts.calendrier && (
        <Field name="calendrier" label="Calendrier">
          <ReadValue>{facts.calendrier}</ReadValue>
        </Field>
      )}
      <Field name="tempsDeMiseEnOeuvre" label="Temps de mise en œuvre">
        <ReadValue>{facts.tempsDeMiseEnOeuvre && TEMPS_LABELS[facts.tempsDeMiseEnOeuvre]}</ReadValue>
      </Field>
      {facts.poids != null && (
        <Field name="poids" label="Poids dans l’avancement">
          <ReadValue>{facts.poids}</ReadValue>
        </Field>
      )}
      <Field name="services" label="Services pilotes">
        <ReadValue>{names(facts.services)}</ReadValue>
      </Field>
      {facts.hidesNames ? (
        <Field name="pilotes" label="Pilotes et référents">
          <ReadValue>Noms non publiés</ReadValue>
        </Field>
      ) : (
        <>
          <Field name="pilotes" label="Pilotes">
            <ReadValue>{names(facts.pilotes)}</ReadValue>
          </Field>
          <Field name="referents" label="Référents">
            <ReadValue>{names(facts.referents)}</ReadValue>
          </Field>
        </>
      )}
    </>
  )
}
