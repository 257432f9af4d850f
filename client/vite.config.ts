import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `npm run dev` finds the server: the default address of `npm start`. */
const SERVER = 'http://127.0.0.1:4000'

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: true,
    // Fonts and images stay files: the content security policy allows no data: URL for them.
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: SERVER },
      '/api': { target: SERVER },
      '/sync': { target: SERVER, ws: true },
    },
  },
})
