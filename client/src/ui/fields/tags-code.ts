import { brought } from '../on-demand.tsx'

/** The code of a field where names are typed. */
export const tagsCode = brought(() => import('./tags-field.tsx').then((module) => module.TagsInput))
