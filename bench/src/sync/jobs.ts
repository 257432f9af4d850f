import { z } from 'zod'
import { seatSchema } from './seat.ts'

const seats = z.array(seatSchema)

/** What the generator is asked to do: one of these per process. */
export const jobSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('typing'),
    seats,
    /** Characters per second of each client. */
    rate: z.number(),
    warmUpSeconds: z.number(),
    seconds: z.number(),
    showCarets: z.boolean(),
  }),
  z.object({
    kind: z.literal('ramp'),
    seats,
    /** Characters per second of each client at the first step, and by how much each step multiplies it. */
    firstRate: z.number(),
    factor: z.number(),
    stepSeconds: z.number(),
    p95LimitMs: z.number(),
  }),
  z.object({
    kind: z.literal('write'),
    seat: seatSchema,
    /** Made of so many edits of a real trace, in so many frames; the trace is gone through again when it is too short. */
    edits: z.number(),
    frames: z.number(),
  }),
  z.object({ kind: z.literal('paste'), seat: seatSchema, bytes: z.number() }),
  z.object({
    kind: z.literal('join'),
    seats,
    together: z.boolean(),
    /** Whether somebody else is there all the time. */
    keepsLoaded: z.boolean(),
    /** Whether each applies what it is sent to a document of its own, as a page does. */
    applies: z.boolean(),
    /** How much text the document holds: whoever is told less was told of a document that is not loaded. */
    characters: z.number(),
  }),
  z.object({
    kind: z.literal('stuck'),
    readers: seats,
    writer: seatSchema,
    pastedBytes: z.number(),
    /** How long the writer types after the paste, and how long nobody does anything before the readers read again. */
    typingSeconds: z.number(),
    stillSeconds: z.number(),
  }),
  z.object({ kind: z.literal('frames'), url: z.string(), sockets: z.number(), seconds: z.number() }),
])
export type Job = z.infer<typeof jobSchema>
export type JobOf<Kind extends Job['kind']> = Extract<Job, { kind: Kind }>

/** A duration; NaN when nothing was seen at all, which zod's own numbers refuse. */
const milliseconds = z.custom<number>((value) => typeof value === 'number')

export const typingResultSchema = z.object({
  p50: milliseconds,
  p95: milliseconds,
  editsPerSecond: z.number(),
  framesInPerSecond: z.number(),
  bytesInPerSecond: z.number(),
  /** Share of the generator's time that was spent: near 1, the generator is what is measured. */
  busy: z.number(),
  /** Characters that a watcher never saw, connections that the server closed. */
  missing: z.number(),
  closed: z.number(),
})
export type TypingResult = z.infer<typeof typingResultSchema>

/** What the generator answers to each kind of job. */
export const resultSchemas = {
  typing: typingResultSchema,
  ramp: z.object({ best: typingResultSchema.nullable(), steps: z.array(typingResultSchema) }),
  write: z.object({ characters: z.number(), milliseconds: z.number() }),
  paste: z.object({ milliseconds: z.number() }),
  join: z.object({
    p50: milliseconds,
    p95: milliseconds,
    bytes: z.number(),
    characters: milliseconds,
    early: z.number(),
  }),
  stuck: z.object({ closed: z.number() }),
  frames: z.object({ framesPerSecond: z.number() }),
}
export type ResultOf<Kind extends Job['kind']> = z.infer<(typeof resultSchemas)[Kind]>
