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

/** Files read at the same time, each in a thread of its own: with their heaps, what a small server can give. */
export const MAX_READINGS_AT_ONCE = 2

/** Files that wait for their turn: past it people are asked to come back, rather than kept waiting for minutes. */
export const MAX_WAITING_READINGS = 10

/** A prepared import is kept as long as it takes to read its preview, and a telephone call. */
export const DRAFT_LIFETIME_MS = 60 * 60 * 1000

/** Imports that one person prepares at once: two tabs, and one forgotten. */
export const MAX_DRAFTS_PER_USER = 3

/** Characters of all the files kept prepared: some forty real plans, or a handful at every limit. */
export const MAX_DRAFT_CHARACTERS = 50_000_000

/** Cells mended on the page: past it, the file is better mended in the spreadsheet. */
export const MAX_FIXES = 1000

/** What a spreadsheet's cell may hold. */
export const MAX_CELL_CHARACTERS = 32_767

/** Problems sent to the page: nobody reads more, and all of them are counted. */
export const MAX_TOLD_PROBLEMS = 1000
