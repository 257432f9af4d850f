// Installs the packages if what is there is not what package-lock.json says.
import { ensureInstalled } from './lib/install.mjs'

await ensureInstalled()
