import { diffBlocks } from '../flat/diff.ts'
import { transformPair } from '../flat/transform.ts'
import type { TransformPair } from '../flat/transform.ts'
import type { DiffBlocks } from './collect-edit.ts'
import { $spliceEdit } from './splice-edit.ts'

/** The parts that decide what an edit becomes: the fuzz plants bugs by replacing one. */
export interface BindingRules {
  diff: DiffBlocks
  transform: TransformPair
  splice: typeof $spliceEdit
}

export const bindingRules: BindingRules = { diff: diffBlocks, transform: transformPair, splice: $spliceEdit }
