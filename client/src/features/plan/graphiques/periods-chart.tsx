import { Skeleton, Text, VisuallyHidden } from '@mantine/core'
import { type ComponentType, lazy, Suspense } from 'react'
import type { PeriodCount } from './counts.ts'
import { FichesLink, type ListOfPlan } from './fiches-link.tsx'
import classes from './graphiques.module.css'

/** Pixels. */
const HEIGHT = 240

/** What draws columns weighs more than all the rest: it comes after it. Without it, the numbers are in the table. */
const PeriodsBars = lazy<ComponentType<{ periods: readonly PeriodCount[]; height: number }>>(() =>
  import('./periods-bars.tsx')
    .then((module) => ({ default: module.PeriodsBars }))
    .catch(() => ({ default: () => null })),
)

/** The fiches that end in each quarter, or year: done, late, to come. Each leads to the list of those. */
export function PeriodsChart({ periods, list }: { periods: readonly PeriodCount[]; list: ListOfPlan }) {
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>Fiches par date de fin</figcaption>
      {periods.length === 0 ? (
        <Text size="sm" c="dimmed">
          Aucune fiche n’a de date de fin.
        </Text>
      ) : (
        <>
          <div aria-hidden>
            <Suspense fallback={<Skeleton h={HEIGHT} />}>
              <PeriodsBars periods={periods} height={HEIGHT} />
            </Suspense>
          </div>
          <details className={classes.details}>
            <summary>Voir les nombres par date de fin</summary>
            <table className={classes.numbers}>
              <caption>
                <VisuallyHidden>Fiches par date de fin</VisuallyHidden>
              </caption>
              <thead>
                <tr>
                  <th scope="col">Fin</th>
                  <th scope="col">Réalisées</th>
                  <th scope="col">En retard</th>
                  <th scope="col">À venir</th>
                </tr>
              </thead>
              <tbody>
                {periods.map(({ label, from, to, done, late, toCome }) => (
                  <tr key={label}>
                    <th scope="row">
                      <FichesLink list={list} filter={{ fin: `${from}..${to}` }}>
                        {label}
                      </FichesLink>
                    </th>
                    {[done, late, toCome].map((count, column) => (
                      <td key={column}>{count.toLocaleString('fr-FR')}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            <Text size="sm" c="dimmed" mt={4}>
              Les fiches sans date de fin et celles qui sont abandonnées n’y comptent pas.
            </Text>
          </details>
        </>
      )}
    </figure>
  )
}
