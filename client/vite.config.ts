import type { IncomingMessage } from 'node:http'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `npm run dev` finds the server: the default address of `npm start`. */
const SERVER = 'http://127.0.0.1:4000'

/** As the server does: a browser that visits `/graphql` gets GraphiQL. */
function visitOfGraphiql({ method, headers }: IncomingMessage): string | undefined {
  return method === 'GET' && headers.accept?.includes('text/html') ? '/graphiql.html' : undefined
}

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    // The first with light-dark(): written for older ones, it would not follow the choice made on the page.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    sourcemap: true,
    // Fonts and images stay files: cached by themselves, and the content security policy can name their origin.
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: SERVER, bypass: visitOfGraphiql },
      '/api': { target: SERVER },
      '/sync': { target: SERVER, ws: true },
    },
  },
})
