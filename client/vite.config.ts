import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { inlineDocuments } from './inline-documents-plugin.ts'
import { precompress } from './precompress-plugin.ts'
import { registeredOperations } from './registered-operations-plugin.ts'
import { shellWorker } from './shell-worker-plugin.ts'

/** Where `npm run dev` finds the server: the default address of `npm start`. */
const SERVER = 'http://127.0.0.1:4000'

/** The server listens to its own pages only: this one passes for one of them. */
const toServer = { target: SERVER, headers: { origin: SERVER } }

export default defineConfig({
  plugins: [inlineDocuments(), react(), registeredOperations(), shellWorker(), precompress()],
  build: {
    target: 'es2023',
    // The first with light-dark(): written for older ones, it would not follow the choice made on the page.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    sourcemap: true,
    // Fonts and images stay files: cached by themselves, and the content security policy can name their origin.
    assetsInlineLimit: 0,
  },
  // GraphiQL is not served here: it is at the server's own address.
  optimizeDeps: { entries: ['index.html'] },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { ...toServer, ws: true },
      '/api': toServer,
      '/sync': { ...toServer, ws: true },
    },
  },
})
