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

/** Shared documents, without what edits them. */
const LIVE = /node_modules\/(?:yjs|lib0|y-protocols|zod)\/|\/document\/src\/(?!client)|\/src\/lib\/(?:live|device)\//
const EDITOR = /node_modules\/@?lexical\/|\/document\/src\/client|\/src\/ui\/editor\//
/** What most pages are made of. */
const SMALL_PARTS =
  /node_modules\/@(?:mantine|tabler)\/|\/src\/ui\/[^/]*$|\/src\/ui\/(?:fields|menu|printing)\/|\/src\/lib\/(?:text|vocabulary|graphql|keyboard|plan|indicateur)\//

export default defineConfig({
  plugins: [inlineDocuments(), react(), registeredOperations(), shellWorker(), precompress()],
  build: {
    target: 'es2023',
    // The first with light-dark(): written for older ones, it would not follow the choice made on the page.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    sourcemap: true,
    // Fonts and images stay files: cached by themselves, and the content security policy can name their origin.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // A part that several pages share is in as few files as does not make a page bring another's.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            { name: 'index', tags: ['$initial'], priority: 5 },
            {
              name: 'live',
              test: LIVE,
              minShareCount: 2,
              priority: 4,
              entriesAware: true,
              entriesAwareMergeThreshold: 3000,
            },
            {
              name: 'editor',
              test: EDITOR,
              minShareCount: 2,
              priority: 3,
              entriesAware: true,
              entriesAwareMergeThreshold: 20_000,
            },
            {
              name: 'parts',
              test: SMALL_PARTS,
              minShareCount: 2,
              priority: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 600,
            },
            { name: 'shared', minShareCount: 2, priority: 1, entriesAware: true },
          ],
        },
      },
    },
  },
  // As rxjs names the build of it that old browsers are not thought of in: the smallest.
  resolve: { conditions: ['es2015', 'module', 'browser', 'development|production'] },
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
