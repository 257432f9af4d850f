import { Stack, Text, Title, type TitleOrder } from '@mantine/core'
import { readFragment } from '../../../gql/fragment-masking.ts'
import type { PlanTree, TreeAxe } from '../../../lib/plan/plan-tree-model.ts'
import { UNTITLED } from '../../../lib/vocabulary/fiche-labels.ts'
import { PlainList } from '../../../ui/plain-list.tsx'
import { PrioriteLabel } from '../../../ui/priorite-label.tsx'
import { RowLink } from '../../../ui/row-link.tsx'
import { StatutBadge } from '../../../ui/statut-badge.tsx'
import { Surface } from '../../../ui/surface.tsx'
import { deadline, ficheRow } from '../fiche-rows.tsx'
import type { PlanPlace } from '../use-plan.ts'
import classes from './visitor-plan.module.css'

/** The axes of a plan and their fiches, all unfolded, as headings and lists: a page to be read. */
export function VisitorTree({
  tree,
  complete,
  descriptions,
}: {
  tree: PlanTree<PlanPlace>
  complete: boolean
  /** By the id of the axe; those of the first page. */
  descriptions: ReadonlyMap<string, string>
}) {
  const { axes, places } = tree

  return (
    <section aria-labelledby="axes">
      <Title order={2} id="axes" mb="sm">
        Axes et fiches
      </Title>
      <Stack gap="md">
        {axes.map((axe) => (
          <Axe key={axe.id} axe={axe} depth={0} descriptions={descriptions} />
        ))}
        {places.length > 0 && <Fiches places={places} />}
        {axes.length === 0 && places.length === 0 && complete && (
          <Text c="dimmed">Ce plan n’a pas encore de fiche publique.</Text>
        )}
        {!complete && (
          <Text component="output" display="block" size="sm" c="dimmed">
            Chargement de la suite…
          </Text>
        )}
      </Stack>
    </section>
  )
}

/** Headings of a page, under its own and that of the tree; deeper axes share the last. */
const HEADINGS: readonly TitleOrder[] = [3, 4, 5, 6]

function Axe({
  axe,
  depth,
  descriptions,
}: {
  axe: TreeAxe<PlanPlace>
  depth: number
  descriptions: ReadonlyMap<string, string>
}) {
  const { id, nom, places, enfants, size } = axe
  const description = descriptions.get(id)

  return (
    <section aria-labelledby={id} className={classes.axe}>
      <Title order={HEADINGS[depth] ?? 6} id={id} mb="xs">
        {nom}
      </Title>
      <Stack gap="md">
        {description && <Text className={classes.text}>{description}</Text>}
        {places.length > 0 && <Fiches places={places} />}
        {size === 0 && enfants.length === 0 && <p className={classes.none}>Aucune fiche publique dans cet axe.</p>}
        {enfants.length > 0 && (
          <Stack gap="md" className={classes.under}>
            {enfants.map((enfant) => (
              <Axe key={enfant.id} axe={enfant} depth={depth + 1} descriptions={descriptions} />
            ))}
          </Stack>
        )}
      </Stack>
    </section>
  )
}

function Fiches({ places }: { places: readonly PlanPlace[] }) {
  return (
    <Surface>
      <PlainList>
        {places.map(({ id, fiche }) => {
          const { uuid, titre, statut, priorite, dateDebut, dateFin, services } = readFragment(ficheRow, fiche)
          return (
            <li key={id} className={classes.row}>
              <RowLink to="/observatoire/fiches/$ficheUuid" params={{ ficheUuid: uuid }} className={classes.titre}>
                {titre.trim() || UNTITLED}
              </RowLink>
              <StatutBadge statut={statut} />
              <PrioriteLabel priorite={priorite} />
              <Text span size="sm" c="dimmed">
                {[deadline({ dateDebut, dateFin }), services.map(({ nom }) => nom).join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </li>
          )
        })}
      </PlainList>
    </Surface>
  )
}
