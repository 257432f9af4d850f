import { baronnies } from './baronnies/collectivite.ts'
import { blois } from './blois/collectivite.ts'
import type { DemoCollectivite } from './demo-types.ts'
import { erstein } from './erstein/collectivite.ts'
import { lacq } from './lacq/collectivite.ts'
import { troyes } from './troyes/collectivite.ts'

export type * from './demo-types.ts'
export { isReprise, placesOf } from './walk.ts'

/** What everyone in the demo signs in with. */
export const DEMO_PASSWORD = 'demonstration'

/** Domain of the demo's addresses: `.test` is never delivered to (RFC 2606). */
export const DEMO_EMAIL_DOMAIN = 'demo.pupitre.test'

/** The demo: real collectivités, invented people and plans. */
export const DEMO_COLLECTIVITES: readonly DemoCollectivite[] = [erstein, lacq, troyes, blois, baronnies]
