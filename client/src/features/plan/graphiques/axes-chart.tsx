import { Text, VisuallyHidden } from '@mantine/core'
import { STATUT_LABELS } from '../../../lib/vocabulary/fiche-labels.ts'
import { PlainList } from '../../../ui/plain-list.tsx'
import { StatutBadge } from '../../../ui/statut-badge.tsx'
import { type AxeCount, STATUTS, type StatutCount } from './counts.ts'
import classes from './graphiques.module.css'

/** What the statuts of each axe are, stacked; the numbers are in a table under them. */
export function AxesChart({ axes }: { axes: readonly AxeCount[] }) {
  const most = Math.max(1, ...axes.map(({ fichesCount }) => fichesCount))
  const statuts = STATUTS.filter((statut) => axes.some((axe) => countOf(axe, statut) > 0))

  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>Statuts par axe</figcaption>
      <PlainList className={classes.axes}>
        {axes.map(({ id, nom, fichesCount, statuts: counts }) => (
          <li key={id}>
            <div className={classes.words}>
              <span className={classes.nom}>{nom}</span>
              <span>
                {fichesCount.toLocaleString('fr-FR')}
                <VisuallyHidden>{fichesCount < 2 ? ' fiche' : ' fiches'}</VisuallyHidden>
              </span>
            </div>
            <Stack counts={counts} most={most} />
          </li>
        ))}
      </PlainList>
      <PlainList className={classes.legend} aria-hidden>
        {statuts.map((statut) => (
          <li key={statut}>
            <StatutBadge statut={statut} />
          </li>
        ))}
      </PlainList>
      <details className={classes.details}>
        <summary>Voir les nombres par axe</summary>
        {/* It may be wider than its place: the keyboard scrolls it too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={classes.scroller} aria-label="Nombres par axe" tabIndex={0}>
          <table className={classes.numbers}>
            <caption>
              <VisuallyHidden>Fiches de chaque axe par statut</VisuallyHidden>
            </caption>
            <thead>
              <tr>
                <th scope="col">Axe</th>
                {statuts.map((statut) => (
                  <th key={statut} scope="col">
                    {statut ? STATUT_LABELS[statut] : 'Sans statut'}
                  </th>
                ))}
                <th scope="col">Total</th>
              </tr>
            </thead>
            <tbody>
              {axes.map((axe) => (
                <tr key={axe.id}>
                  <th scope="row">{axe.nom}</th>
                  {statuts.map((statut) => (
                    <td key={statut}>{countOf(axe, statut).toLocaleString('fr-FR')}</td>
                  ))}
                  <td>{axe.fichesCount.toLocaleString('fr-FR')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <Text size="sm" c="dimmed" mt={4}>
          Une fiche qui est dans plusieurs axes compte dans chacun.
        </Text>
      </details>
    </figure>
  )
}

function countOf({ statuts }: AxeCount, statut: StatutCount['statut']): number {
  return statuts.find((count) => count.statut === statut)?.count ?? 0
}

/** @param most fiches of the longest stack */
function Stack({ counts, most }: { counts: readonly StatutCount[]; most: number }) {
  return (
    <div className={classes.stack} aria-hidden>
      {counts.map(({ statut, count }) => (
        <span
          key={statut}
          className={classes.segment}
          data-statut={statut ?? undefined}
          data-hollow={statut === null || undefined}
          title={`${statut ? STATUT_LABELS[statut] : 'Sans statut'} : ${count.toLocaleString('fr-FR')}`}
          style={{ width: `${(100 * count) / most}%` }}
        />
      ))}
    </div>
  )
}
