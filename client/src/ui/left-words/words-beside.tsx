import { Text } from '@mantine/core'
import { useId } from 'react'
import { compareWords, type Piece } from '../../lib/text/compare-words.ts'
import classes from './words-beside.module.css'

/**
 * A text beside another, with the words that each has alone.
 *
 * @param other null when there is nothing to compare with
 */
export function WordsBeside({ mine, other, otherName }: { mine: string; other: string | null; otherName: string }) {
  const compared = compareWords(mine, other ?? mine)

  return (
    <div className={classes.columns}>
      <Column name="Votre texte" pieces={compared.mine} />
      {other !== null && <Column name={otherName} pieces={compared.other} />}
    </div>
  )
}

function Column({ name, pieces }: { name: string; pieces: readonly Piece[] }) {
  const id = useId()
  const isEmpty = pieces.every(({ text }) => text.trim() === '')

  return (
    <div>
      <Text size="xs" fw={600} c="dimmed" id={id}>
        {name}
      </Text>
      {/* It scrolls when it is long, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
      <div className={classes.text} role="group" aria-labelledby={id} tabIndex={0}>
        {isEmpty ? (
          <Text span c="dimmed" size="sm">
            Aucun texte
          </Text>
        ) : (
          pieces.map(({ text, isOnlyHere }, rank) =>
            // oxlint-disable-next-line react/no-array-index-key -- runs of a text have no other name than their rank
            isOnlyHere ? <mark key={rank}>{text}</mark> : <span key={rank}>{text}</span>,
          )
        )}
      </div>
    </div>
  )
}
