import { createStockEditor } from './stock-editor.ts'
import type { CreateWriter } from './writer.ts'

/** Lexical alone, bound to nothing: what an edit costs anyway. */
export const createPlainWriter: CreateWriter = (doc) => ({ doc, ...createStockEditor() })
