// npm start: installs if needed, builds what changed, then runs the server, which says where it is.
import { turbo } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { serve } from './lib/serve.mjs'

await ensureInstalled()
await turbo('generate', 'build')
serve(['server/src/main.ts'])
