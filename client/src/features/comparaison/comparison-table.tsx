import { Text } from '@mantine/core'
import { compareWords, type Piece } from '../../lib/text/compare-words.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { AnchorLink } from '../../ui/links.tsx'
import type { ComparedRow } from './compared-rows.ts'
import type { ComparedFiche } from './comparison-query.ts'
import classes from './comparison.module.css'

/** Two texts with less in common are two texts: marks would be everywhere. */
const MIN_COMMON = 0.5

type Two<Thing> = readonly [Thing, Thing]

/** Two fiches in a table: a row for each field, its words that the other does not have marked. Narrow, the two are one under the other. */
export function ComparisonTable({ fiches, rows }: { fiches: Two<ComparedFiche>; rows: readonly ComparedRow[] }) {
  const titres = fiches.map(({ titre }) => titre.trim() || UNTITLED)

  return (
    <table className={classes.table}>
      <caption className={classes.caption}>Les deux fiches, champ par champ</caption>
      <thead>
        <tr>
          <th scope="col">Champ</th>
          {fiches.map(({ id, uuid }, at) => (
            <th key={id} scope="col">
              <AnchorLink to="/fiches/$ficheUuid" params={{ ficheUuid: uuid }}>
                {titres[at]}
              </AnchorLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.champ} data-different={row.isDifferent || undefined}>
            <th scope="row">
              {row.label}
              <span className={classes.verdict}>{row.isDifferent ? 'Différent' : 'Identique'}</span>
            </th>
            {piecesOf(row).map((pieces, at) => (
              <td key={fiches[at]?.id}>
                <span className={classes.whose} aria-hidden>
                  {titres[at]}
                </span>
                <Value pieces={pieces} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function piecesOf({ values: [one, other], isDifferent }: ComparedRow): Two<readonly Piece[]> {
  const whole = (text: string) => (text === '' ? [] : [{ text, isOnlyHere: false }])
  // A whole text that only one has is not to be marked: the row says so.
  if (!isDifferent || one === '' || other === '') return [whole(one), whole(other)]
  const { mine, other: theirs } = compareWords(one, other)
  const common = mine.reduce((sum, { text, isOnlyHere }) => sum + (isOnlyHere ? 0 : text.length), 0)
  return common < MIN_COMMON * Math.min(one.length, other.length) ? [whole(one), whole(other)] : [mine, theirs]
}

function Value({ pieces }: { pieces: readonly Piece[] }) {
  if (pieces.length === 0)
    return (
      <Text component="span" size="sm" c="dimmed">
        Non renseigné
      </Text>
    )
  return (
    <span className={classes.text}>
      {pieces.map(({ text, isOnlyHere }, at) =>
        // Pieces have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        isOnlyHere ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </span>
  )
}
