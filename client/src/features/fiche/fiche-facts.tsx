import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { dateSpan } from '../../lib/text/dates.ts'
import { PrioriteLabel } from '../../ui/priorite-label.tsx'
import { StatutBadge } from '../../ui/statut-badge.tsx'
import { Surface } from '../../ui/surface.tsx'
import classes from './fiche-facts.module.css'

const ficheFacts = graphql(`
  fragment FicheFacts on Fiche {
    statut
    priorite
    dateDebut
    dateFin
    services {
      id
      nom
    }
  }
`)

/** The structured side of a fiche. */
export function FicheFacts({ fiche }: { fiche: FragmentType<typeof ficheFacts> }) {
  const { statut, priorite, dateDebut, dateFin, services } = readFragment(ficheFacts, fiche)
  const dates = dateSpan({ start: dateDebut ?? null, end: dateFin ?? null })

  return (
    <Surface p="md">
      <aside aria-labelledby="reperes">
        <Title order={2} id="reperes" className={classes.title}>
          Repères
        </Title>
        <dl className={classes.facts}>
          <Fact term="Statut">
            <StatutBadge statut={statut} />
          </Fact>
          <Fact term="Priorité">{priorite ? <PrioriteLabel priorite={priorite} /> : <Missing />}</Fact>
          <Fact term="Dates">{dates ?? <Missing />}</Fact>
          <Fact term={services.length > 1 ? 'Services pilotes' : 'Service pilote'}>
            {services.length > 0 ? services.map(({ id, nom }) => <div key={id}>{nom}</div>) : <Missing />}
          </Fact>
        </dl>
      </aside>
    </Surface>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Missing() {
  return <span className={classes.missing}>Non renseigné</span>
}
