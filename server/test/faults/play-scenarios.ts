import { brokenPromises, describeReport, type FaultReport } from './report.ts'

/**
 * Plays the scenarios that are named, or all of them, and tells a line of figures of each on stdout. One answers null where it cannot be played.
 *
 * @param only names, with commas between them
 * @returns whether all were played, and every promise was kept
 * @throws when one of the names is no scenario's
 */
export async function playScenarios(
  scenarios: Readonly<Record<string, () => Promise<FaultReport | null>>>,
  { only }: { only?: string | undefined },
): Promise<boolean> {
  let isKept = true
  for (const name of only?.split(',') ?? Object.keys(scenarios)) {
    const play = scenarios[name]
    if (!play) throw new Error(`no scenario is called ${name}: ${Object.keys(scenarios).join(', ')}`)
    const report = await play()
    const promises = report ? brokenPromises(report) : ['nothing may be mounted here: it wants root']
    process.stdout.write(`${name}: ${report ? describeReport(report) : 'not played'}\n`)
    for (const promise of promises) process.stdout.write(`  ${promise}\n`)
    isKept &&= promises.length === 0
  }
  return isKept
}
