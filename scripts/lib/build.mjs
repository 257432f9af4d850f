import { bin } from './paths.mjs'
import { giveUp, run } from './run.mjs'

/**
 * Runs turbo tasks in every package that has them; what has not changed since last time comes from its cache.
 * @param {string[]} tasks
 */
export async function turbo(...tasks) {
  const code = await run(bin('turbo'), ['run', ...tasks, '--output-logs=errors-only', '--log-prefix=none'])
  if (code !== 0) giveUp('La construction a échoué : voir ci-dessus.')
}
