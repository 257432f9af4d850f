import { Text, Title } from '@mantine/core'
import { useId } from 'react'
import type { Periodicite } from '../../../gql/graphql.ts'
import { Surface } from '../../../ui/surface.tsx'
import { AddPeriode } from './add-periode.tsx'
import type { Valeurs } from './use-valeurs.ts'
import { ValeursGrid } from './valeurs-grid.tsx'
import { ValeursTable } from './valeurs-table.tsx'
import classes from './valeurs-grid.module.css'

/** The values of an indicateur, and the way to change them for those who may. */
export function ValeursSection({
  grid,
  unite,
  periodicite,
  readOnly,
}: {
  grid: Valeurs
  unite: string
  periodicite: Periodicite
  readOnly: boolean
}) {
  const titleId = useId()
  return (
    <Surface p="md">
      <section aria-labelledby={titleId}>
        <Title order={2} id={titleId} mb="xs">
          Valeurs
        </Title>
        {!readOnly && (
          <Text size="sm" c="dimmed" mb="sm">
            Flèches et Entrée vont d’une cellule à l’autre. Une colonne copiée d’un tableur se colle d’un coup.
          </Text>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard */}
        <section className={classes.scroll} aria-label="Tableau des valeurs" tabIndex={readOnly ? 0 : undefined}>
          {readOnly ? (
            <ValeursTable valeurs={grid.valeurs} unite={unite} periodicite={periodicite} />
          ) : (
            <ValeursGrid grid={grid} unite={unite} periodicite={periodicite} />
          )}
        </section>
        {!readOnly && (
          <div className={classes.bar}>
            <AddPeriode last={grid.valeurs.at(-1)?.periode} periodicite={periodicite} onAdd={grid.addPeriode} />
            <output className={classes.state}>{grid.isSaving ? 'Enregistrement…' : 'Enregistré'}</output>
          </div>
        )}
      </section>
    </Surface>
  )
}
