import { Text, Title } from '@mantine/core'
import { useId } from 'react'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../../ui/links.tsx'
import { Surface } from '../../ui/surface.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import classes from './indicateur-links.module.css'

const indicateurLinks = graphql(`
  fragment IndicateurLinks on Indicateur {
    fiches {
      id
      uuid
      titre
    }
    axes {
      id
      nom
      plan {
        id
        uuid
        nom
      }
    }
  }
`)

/** Where an indicateur is used: the fiches and the axes that one may read. */
export function IndicateurLinks({ indicateur }: { indicateur: FragmentType<typeof indicateurLinks> }) {
  const { fiches, axes } = readFragment(indicateurLinks, indicateur)
  const titleId = useId()

  return (
    <Surface p="md">
      <section aria-labelledby={titleId}>
        <Title order={2} id={titleId} mb="sm">
          Fiches et axes liés
        </Title>
        {fiches.length + axes.length === 0 ? (
          <Text size="sm" c="dimmed">
            Aucun pour le moment. Un indicateur se lie depuis la page d’une fiche ou d’un plan.
          </Text>
        ) : (
          <PlainList className={classes.list}>
            {axes.map(({ id, nom, plan }) => (
              <li key={id}>
                <AnchorLink to="/plans/$planUuid" params={{ planUuid: plan.uuid }} size="sm">
                  {nom}
                </AnchorLink>
                <span className={classes.place}> · {plan.nom}</span>
              </li>
            ))}
            {fiches.map(({ id, uuid, titre }) => (
              <li key={id}>
                <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }} size="sm">
                  {titre.trim() || UNTITLED}
                </AnchorLink>
              </li>
            ))}
          </PlainList>
        )}
      </section>
    </Surface>
  )
}
