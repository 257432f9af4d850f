import { readFileSync } from 'node:fs'

const MIB = 1024 * 1024
const LOOK_EVERY_MS = 200

/** Resident memory of a process, in MiB: Linux only. */
export function memoryOf(pid: number): number {
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (kib === undefined) throw new Error(`the memory of process ${pid} cannot be read`)
  return (Number(kib) * 1024) / MIB
}

/** The most that a process holds while something is done. */
export async function peakMemory<T>(pid: number, act: () => Promise<T>): Promise<{ result: T; peakMib: number }> {
  let peakMib = memoryOf(pid)
  const timer = setInterval(() => (peakMib = Math.max(peakMib, memoryOf(pid))), LOOK_EVERY_MS)
  try {
    return { result: await act(), peakMib }
  } finally {
    clearInterval(timer)
  }
}
