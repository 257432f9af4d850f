import type { Specimen } from './specimen.ts'
import { ACCES_SPECIMENS } from './specimens-acces.tsx'
import { FORM_SPECIMENS } from './specimens-forms.tsx'
import { INDICATEUR_SPECIMENS } from './specimens-indicateur.tsx'
import { LEFT_WORDS_SPECIMENS } from './specimens-left-words.tsx'
import { MARK_SPECIMENS } from './specimens-marks.tsx'
import { PAGE_SPECIMENS } from './specimens-pages.tsx'

/** Every component of `ui/`: a test fails when one is not here. */
export const SPECIMENS: readonly Specimen[] = [
  ...MARK_SPECIMENS,
  ...FORM_SPECIMENS,
  ...ACCES_SPECIMENS,
  ...INDICATEUR_SPECIMENS,
  ...LEFT_WORDS_SPECIMENS,
  ...PAGE_SPECIMENS,
]
