import { spawn } from 'node:child_process'
import { environment, ROOT } from './paths.mjs'

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, stdout?: 'stdout' | 'stderr' }} RunOptions */

/**
 * Runs a program to its end and resolves with its exit code; 1 when a signal ended it or it could not start.
 * What it prints goes to our standard error, unless `stdout` says otherwise: standard output is for the answer.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { cwd = ROOT, env = environment, stdout = 'stderr' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', stdout === 'stderr' ? 2 : 1, 2] })
    child.once('error', (error) => {
      process.stderr.write(`${program} : ${error.message}\n`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/**
 * Ends this script with one sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  say(sentence)
  process.exit(1)
}
