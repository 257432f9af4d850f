import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { clusterPath, type ClusterFolder } from './cluster-folder.ts'

/** What PostgreSQL writes to postmaster.pid while it runs. */
export interface Postmaster {
  pid: number
  port: number
  status: 'starting' | 'stopping' | 'ready'
}

const PID_LINE = 0
const PORT_LINE = 3
const STATUS_LINE = 7

/** Null when no postmaster says that it runs here. */
export async function readPostmaster(folder: ClusterFolder): Promise<Postmaster | null> {
  const text = await readFile(join(clusterPath(folder), 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n').map((line) => line.trim())
  const status = lines[STATUS_LINE]
  return {
    pid: Number(lines[PID_LINE]),
    port: Number(lines[PORT_LINE]),
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  }
}

/** Whether that process is this folder's postmaster: its number may have been given to another since a power cut. */
export async function isPostmasterOf(pid: number, name: string): Promise<boolean> {
  const command = await commandLine(pid)
  return command.includes(`cluster_name=${name}`)
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-p', String(pid), '-o', 'command=']).catch(() => ({
    stdout: '',
  }))
  return stdout
}

/** Forgets a postmaster that no longer runs. PostgreSQL would refuse to start while another process has its number. */
export async function forgetPostmaster(folder: ClusterFolder): Promise<void> {
  await rm(join(clusterPath(folder), 'postmaster.pid'), { force: true })
}
