import { DECHETS_ALIMENTATION } from './labelled-dechets-alimentation.ts'
import { ENERGIE } from './labelled-energie.ts'
import type { LabelledGroup } from './labelled-fiche.ts'
import { MOBILITE } from './labelled-mobilite.ts'
import { NATURE } from './labelled-nature.ts'
import { SOCIAL } from './labelled-social.ts'

const GROUPS: readonly LabelledGroup[] = [...ENERGIE, ...MOBILITE, ...NATURE, ...DECHETS_ALIMENTATION, ...SOCIAL]

/** Groups by which weights and thresholds were chosen, every other one; and those that were only looked at afterwards. */
export const TUNING = GROUPS.filter((_, at) => at % 2 === 0)
export const HELD_OUT = GROUPS.filter((_, at) => at % 2 === 1)
