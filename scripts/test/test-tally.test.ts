import { describe, expect, it } from 'vitest'
import { addTallies, emptyTally, readPlaywright, readVitest } from '../lib/test-tally.mjs'

describe('the sum of the tests', () => {
  it('counts what vitest passed, failed and skipped, by name', () => {
    const assertionResults = [
      { fullName: 'a passes', status: 'passed' },
      { fullName: 'b fails', status: 'failed' },
      { fullName: 'c is left out', status: 'skipped' },
      { fullName: 'd is to do', status: 'todo' },
    ]
    expect(readVitest({ testResults: [{ name: 'x.test.ts', status: 'failed', assertionResults }] }, 'server')).toEqual({
      passed: 1,
      failures: ['server: b fails'],
      skipped: ['server: c is left out', 'server: d is to do'],
    })
  })

  it('counts a vitest file that cannot be loaded as a failure', () => {
    const report = { testResults: [{ name: 'x.test.ts', status: 'failed', assertionResults: [] }] }
    expect(readVitest(report, 'server').failures).toEqual(['server: x.test.ts'])
  })

  it('counts what Playwright expected, skipped or not, at any depth', () => {
    const inner = {
      title: 'fiche',
      specs: [{ title: 'opens', tests: [{ status: 'expected' }, { status: 'unexpected' }] }],
    }
    const specs = [
      { title: 'signs in', tests: [{ status: 'flaky' }] },
      { title: 'later', tests: [{ status: 'skipped' }] },
    ]
    const report = { suites: [{ title: 'journey', specs, suites: [inner] }], errors: [{ message: 'no browser' }] }
    expect(readPlaywright(report, 'e2e')).toEqual({
      passed: 1,
      failures: ['e2e: journey signs in', 'e2e: journey: fiche opens', 'e2e: no browser'],
      skipped: ['e2e: journey later'],
    })
  })

  it('adds up', () => {
    const one = { passed: 1, failures: ['a'], skipped: [] }
    const two = { passed: 2, failures: [], skipped: ['b'] }
    expect(addTallies(addTallies(emptyTally(), one), two)).toEqual({ passed: 3, failures: ['a'], skipped: ['b'] })
  })
})
