import { Group, NativeSelect, Text, VisuallyHidden } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { dayNumber } from '../../../lib/text/days.ts'
import { longDate } from '../../../lib/text/dates.ts'
import { counted, fr } from '../../../lib/text/french.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { FichesSearch } from '../fiches-search.ts'
import type { FicheLine } from '../use-fiches.ts'
import { type Scale, scaleOf } from './timeline-scale.ts'
import { TimelineRow } from './timeline-row.tsx'
import classes from './timeline.module.css'

/** Pixels of a line, all alike. */
const ROW_HEIGHT = 40
const OVERSCAN = 10

/** Fiches along time: a bar from the first day to the last, which is moved and stretched by the mouse or the keyboard. */
export function FichesTimeline({
  lines,
  today,
  search,
  onSearch,
}: {
  lines: readonly FicheLine[]
  today: string
  search: FichesSearch
  onSearch: (search: FichesSearch) => void
}) {
  const pas = search.pas ?? 'trimestre'
  const dated = useMemo(() => lines.filter(({ dateDebut, dateFin }) => dateDebut || dateFin), [lines])
  const scale = useMemo(() => scaleOf(dated, { today, pas }), [dated, today, pas])
  const scroller = useRef<HTMLDivElement>(null)
  const now = (dayNumber(today) - scale.first) * scale.dayWidth
  const undated = lines.length - dated.length

  // Today is what one looks for first.
  useEffect(() => {
    const element = scroller.current
    if (element) element.scrollLeft = Math.max(0, now - element.clientWidth / 3)
  }, [now])

  // oxlint-disable-next-line react/incompatible-library -- no compiler keeps what it answers
  const virtualizer = useVirtualizer({
    count: dated.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    getItemKey: (index) => dated[index]?.id ?? index,
  })

  return (
    <section aria-label="Frise des fiches" aria-describedby="aide-frise">
      <Group gap="sm" mb="xs" justify="space-between">
        <NativeSelect
          size="xs"
          label="Par"
          labelProps={{ style: { marginRight: '0.5rem' } }}
          className={classes.pas}
          value={pas}
          onChange={({ currentTarget: { value } }) =>
            onSearch({ ...search, pas: value === 'annee' ? 'annee' : undefined })
          }
          data={[
            { value: 'trimestre', label: 'Trimestre' },
            { value: 'annee', label: 'Année' },
          ]}
        />
        <Text size="xs" c="dimmed" id="aide-frise" className={classes.hint}>
          {fr`Glissez une barre pour la déplacer, ses bouts pour l’allonger. Au clavier : flèches pour une semaine, Maj pour la fin, Ctrl pour le début, Entrée garde, Échap annule.`}
        </Text>
      </Group>
      {dated.length === 0 && (
        <EmptyState title="Aucune de ces fiches n’a de date">
          {fr`Donnez-leur un début ou une fin, dans leur page ou dans le tableau : elles viendront sur la frise.`}
        </EmptyState>
      )}
      {dated.length > 0 && (
        <div ref={scroller} className={classes.scroller}>
          <div className={classes.canvas} style={{ width: `calc(var(--titres) + ${scale.width}px)` }}>
            <Head scale={scale} />
            {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
            <ul role="list" className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
              {virtualizer.getVirtualItems().map(({ index, start, key }) => {
                const line = dated[index]
                return (
                  line && (
                    <TimelineRow
                      key={key}
                      line={line}
                      scale={scale}
                      today={today}
                      top={start}
                      at={{ row: index + 1, rows: dated.length }}
                    />
                  )
                )
              })}
            </ul>
            <div className={classes.now} style={{ left: `calc(var(--titres) + ${now}px)` }} aria-hidden />
          </div>
        </div>
      )}
      <VisuallyHidden>{fr`Aujourd’hui : ${longDate(today)}.`}</VisuallyHidden>
      {dated.length > 0 && undated > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {fr`${counted(undated, 'fiche sans date n’est pas', 'fiches sans date ne sont pas')} sur la frise.`}
        </Text>
      )}
    </section>
  )
}

function Head({ scale }: { scale: Scale }) {
  return (
    <div className={classes.head} aria-hidden>
      <div className={classes.corner}>Fiche</div>
      {scale.years.map(({ key, label, left, width }) => (
        <div key={key} className={classes.year} style={{ left: `calc(var(--titres) + ${left}px)`, width }}>
          <span>{label}</span>
        </div>
      ))}
      {scale.columns.map(({ key, label, left, width }) => (
        <div
          key={key}
          className={classes.column}
          data-alone={scale.years.length === 0 || undefined}
          style={{ left: `calc(var(--titres) + ${left}px)`, width }}
        >
          {label}
        </div>
      ))}
    </div>
  )
}
