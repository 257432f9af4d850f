import type { CampaignResult, Tally } from './campaign.ts'
import type { RunResult } from './run.ts'

const COLUMNS: [string, (tally: Tally) => number][] = [
  ['runs', ({ runs }) => runs],
  ['steps', ({ steps }) => steps],
  ['typed', ({ typed }) => typed],
  ['edits', ({ edits }) => edits],
  ['anchors', ({ anchors }) => anchors],
  ['lost', ({ runsLost }) => runsLost],
  ['doubled', ({ runsDoubled }) => runsDoubled],
  ['revived', ({ runsRevived }) => runsRevived],
  ['other', ({ runsOtherwise }) => runsOtherwise],
  ['accepted copies', ({ acceptedCopies }) => acceptedCopies],
]

/** The campaign as a Markdown table: lost, doubled, revived and other count runs. */
export function campaignTable({ total, byMix }: CampaignResult): string {
  const rows = [...byMix].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    `| mix | ${COLUMNS.map(([name]) => name).join(' | ')} |`,
    `|---|${COLUMNS.map(() => '--:').join('|')}|`,
    ...[...rows, ['all', total] as const].map(
      ([mix, tally]) => `| ${mix} | ${COLUMNS.map(([, count]) => count(tally)).join(' | ')} |`,
    ),
  ].join('\n')
}

/** How often each step was taken. */
export function stepLine({ stepCounts }: CampaignResult): string {
  return [...stepCounts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([step, count]) => `${step} ${count}`)
    .join(', ')
}

/** One failed run, as it can be played again. */
export function failureLine({ scenario, failures, lost, doubled, revived }: RunResult): string {
  const { seed, mix, peerCount, delivery } = scenario
  const fates = [...lost, ...doubled, ...revived].join('')
  return `seed ${seed} (${mix}, ${peerCount} peers, ${delivery}): ${[...new Set(failures)].join('; ')}${fates && ` ${fates}`}`
}
