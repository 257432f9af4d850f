import { loadavg } from 'node:os'
import { markdownTable } from '../table.ts'
import { clientCurve } from './client-curve.ts'
import type { Curve } from './curve.ts'
import { documentCurve } from './document-curve.ts'
import { historyCurve } from './history-curve.ts'
import { type OurTarget, startOurs } from './our-target.ts'
import { textCurve } from './text-curve.ts'

const CURVES: Record<string, Curve> = {
  documents: documentCurve,
  clients: clientCurve,
  text: textCurve,
  history: historyCurve,
}

/** How our server's cost grows, one curve per thing that grows; each on a server of its own. */
export async function measureCurves(chosen: readonly string[] | null): Promise<string> {
  const tables: string[] = []
  for (const [name, curve] of Object.entries(CURVES)) {
    if (!(chosen?.includes(name) ?? true)) continue
    const server = await startOurs()
    try {
      tables.push(await measureCurve(curve, server))
    } finally {
      await server.dispose()
    }
  }
  return tables.join('\n\n')
}

async function measureCurve(curve: Curve, server: OurTarget): Promise<string> {
  const lines: string[][] = []
  for (const size of curve.sizes) {
    const numbers = await curve.measure(server, size)
    lines.push([size.toLocaleString('en'), ...numbers.map(rounded)])
    console.log(`${curve.title}: ${lines.at(-1)?.join(', ')} (load ${loadavg()[0]?.toFixed(2)})`)
  }
  return `### ${curve.title}\n\n${markdownTable(['', ...curve.columns], lines)}`
}

function rounded(value: number): string {
  if (Number.isNaN(value)) return '–'
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)
}
