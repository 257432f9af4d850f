/** One thing that is wrong in a file, said to the person who brings it. */
export interface ImportProblem {
  /** From 1, as the spreadsheet shows it; null when it is about the whole file. */
  row: number | null
  /** Letters, as the spreadsheet shows them; null when it is about a whole row or file. */
  column: string | null
  /** One French sentence. */
  message: string
}

/** Nothing of the file was written: each problem has to be mended first. */
export class ImportRefusedError extends Error {
  override name = 'ImportRefusedError'
  readonly problems: readonly ImportProblem[]

  constructor(problems: readonly ImportProblem[]) {
    super(problems.map(({ message }) => message).join(' '))
    this.problems = problems
  }
}

/** Refuses a whole file, with one sentence. */
export function refusedFile(message: string): ImportRefusedError {
  return new ImportRefusedError([{ row: null, column: null, message }])
}
