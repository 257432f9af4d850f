/** @typedef {{ passed: number, failures: string[], skipped: string[] }} Tally */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failures: [], skipped: [] })

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
export function addTallies(a, b) {
  return {
    passed: a.passed + b.passed,
    failures: [...a.failures, ...b.failures],
    skipped: [...a.skipped, ...b.skipped],
  }
}

/**
 * Counts vitest's JSON report. A file that could not be loaded has no test: it is one failure.
 *
 * @param {{ testResults: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] }} report
 * @param {string} folder
 * @returns {Tally}
 */
export function readVitest({ testResults }, folder) {
  const tally = emptyTally()
  for (const { name, status, assertionResults } of testResults) {
    for (const test of assertionResults) count(tally, test.status, `${folder}: ${test.fullName}`)
    const isBroken = status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
    if (isBroken) tally.failures.push(`${folder}: ${name}`)
  }
  return tally
}

/**
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs: { title: string, tests: { status: string }[] }[] }} PlaywrightSuite
 */

/**
 * Counts Playwright's JSON report. An error outside any test is one failure.
 *
 * @param {{ suites: PlaywrightSuite[], errors: { message?: string }[] }} report
 * @param {string} folder
 * @returns {Tally}
 */
export function readPlaywright({ suites, errors }, folder) {
  const tally = emptyTally()
  for (const suite of suites) countSuite(tally, suite, folder)
  for (const { message } of errors) tally.failures.push(`${folder}: ${message ?? 'error outside the tests'}`)
  return tally
}

/** Playwright's words, in vitest's. */
const PLAYWRIGHT_STATUS = new Map([
  ['expected', 'passed'],
  ['skipped', 'skipped'],
])

/**
 * @param {Tally} tally
 * @param {PlaywrightSuite} suite
 * @param {string} path
 */
function countSuite(tally, { title, suites = [], specs }, path) {
  const here = `${path}: ${title}`
  for (const spec of specs) {
    for (const test of spec.tests) count(tally, PLAYWRIGHT_STATUS.get(test.status) ?? 'failed', `${here} ${spec.title}`)
  }
  for (const inner of suites) countSuite(tally, inner, here)
}

/**
 * @param {Tally} tally
 * @param {string} status
 * @param {string} name
 */
function count(tally, status, name) {
  if (status === 'passed') tally.passed += 1
  else if (status === 'failed') tally.failures.push(name)
  else tally.skipped.push(name)
}
