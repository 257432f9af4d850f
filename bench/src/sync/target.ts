import type { Seat } from './seat.ts'

/** What is measured: a server in a process of its own, and documents on it. */
export interface Target {
  readonly name: TargetName
  /** Its process, and nothing else: not the database beside it. */
  readonly pid: number
  /** Makes as many documents that nobody has written in, and returns their names. */
  createDocuments(count: number): Promise<string[]>
  /** A connection to a document, each `index` up to what the server lets in. */
  seat(document: string, index: number): Seat
  /** Stops the process in order, starts it again at the same address, with what it kept. */
  restart(): Promise<void>
  dispose(): Promise<void>
}

export const TARGET_NAMES = ['pupitre', 'yws', 'yws+lvl', 'hp'] as const
export type TargetName = (typeof TARGET_NAMES)[number]

/** `count` seats, dealt over the documents in turn. */
export function seatsAt(target: Target, { documents, count }: { documents: readonly string[]; count: number }): Seat[] {
  return Array.from({ length: count }, (_, index) => {
    const document = documents[index % documents.length]
    if (document === undefined) throw new Error('clients sit at a document')
    return target.seat(document, index)
  })
}
