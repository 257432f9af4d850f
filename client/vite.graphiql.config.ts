import { defineConfig } from 'vite'

/**
 * GraphiQL, the page of `/graphql` in a browser: a build of its own, so that not a byte of it weighs on the
 * application. It runs after the application's, into the same folder.
 */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2023',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    // Its editor is Monaco: large, and loaded by those who come for it only.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: 'graphiql.html',
      onLog(level, log, handler) {
        // Hints to a compiler that we do not run.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log)
      },
    },
  },
})
