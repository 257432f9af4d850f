import { Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { Surface } from '../../../ui/surface.tsx'
import { LinkFiche } from './link-fiche.tsx'
import { LinkedFiche } from './linked-fiche.tsx'
import { RELATIONS, seenFrom } from './relation.ts'
import { PlainList } from '../../../ui/plain-list.tsx'
import classes from './fiche-liens.module.css'

const ficheLiens = graphql(`
  fragment FicheLiens on Fiche {
    id
    viewerCanUpdate
    liens {
      id
      type
      fiche {
        id
        ...LinkedFiche
      }
      autre {
        id
        ...LinkedFiche
      }
    }
  }
`)

/** The fiches that a fiche is linked to, by what the links say. */
export function FicheLiens({ fiche }: { fiche: FragmentType<typeof ficheLiens> }) {
  const { id, viewerCanUpdate, liens } = readFragment(ficheLiens, fiche)
  const titleId = useId()
  const seen = liens.map((lien) => ({ lienId: lien.id, ...seenFrom(id, lien) }))

  return (
    <Surface p="md">
      <section aria-labelledby={titleId}>
        <Title order={2} id={titleId} className={classes.title}>
          Fiches liées
        </Title>
        <Stack gap="sm">
          {RELATIONS.map(({ relation, heading }) => {
            const linked = seen.filter((each) => each.relation === relation)
            if (linked.length === 0) return null
            return (
              <div key={relation}>
                <h3 className={classes.relation}>{heading}</h3>
                <PlainList className={classes.list}>
                  {linked.map(({ lienId, fiche: other }) => (
                    <LinkedFiche key={lienId} lienId={lienId} fiche={other} removable={viewerCanUpdate} />
                  ))}
                </PlainList>
              </div>
            )
          })}
          {seen.length === 0 && (
            <Text size="sm" c="dimmed">
              Aucune fiche liée.
            </Text>
          )}
          {viewerCanUpdate && (
            <LinkFiche
              ficheId={id}
              linked={seen.map(({ relation, fiche: other }) => ({ relation, ficheId: other.id }))}
            />
          )}
        </Stack>
      </section>
    </Surface>
  )
}
