/** A plan of 209 fiches weighs 0.3 MB: a file past this is no plan. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** What the file may hold once inflated: a sheet of 5,000 filled rows takes about 40 MB of XML. */
export const MAX_INFLATED_BYTES = 64 * 1024 * 1024

/** Parts of the archive; a workbook of three sheets has about fifteen. */
export const MAX_ARCHIVE_ENTRIES = 2000

/** Rows of a sheet with something in them: as many fiches as may be created at once. */
export const MAX_FILLED_ROWS = 5000

/** Rows of a sheet written in the file, empty but styled ones included: read in about a second. */
export const MAX_WRITTEN_ROWS = 20_000

/** Reading takes well under a second for a real plan; past this the file is hostile. */
export const READING_TIMEOUT_MS = 20_000

/** Heap of the thread that reads a file: past it the thread dies, and the server does not. */
export const READING_HEAP_MB = 512

/** The headings are looked for in the first rows: titles and instructions come before them. */
export const MAX_ROWS_ABOVE_HEADINGS = 20

/** The whole import is one transaction; a plan of 209 fiches takes under two seconds. */
export const COMMIT_TIMEOUT_MS = 60_000
