import '@fontsource-variable/public-sans/wght.css'
import '@fontsource-variable/public-sans/wght-italic.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './app/global.css'
import { ApolloProvider } from '@apollo/client/react'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApollo, createVisitorApollo } from './app/apollo.ts'
import { createAppRouter } from './app/router.ts'
import { cssVariables, theme } from './app/theme.ts'
import { keepShellOnDevice } from './app/keep-shell-on-device.ts'
import { letDragsPass } from './app/let-drags-pass.ts'
import { beforeLeaving } from './app/before-leaving.ts'
import { DeviceProvider } from './lib/device/device-context.ts'
import { Device } from './lib/device/device.ts'
import type { LiveDocument } from './lib/live/live-document.ts'
import { LiveDocumentsProvider } from './lib/live/live-documents-context.ts'
import { LiveDocuments } from './lib/live/live-documents.ts'
import { seeingAs, watchSeeingAs } from './lib/seeing-as.ts'

const apollo = createApollo()
const documents = new LiveDocuments<LiveDocument>()
const router = createAppRouter({ apollo, visitorApollo: createVisitorApollo() })
const device = new Device({
  // What somebody's pages kept on this device is theirs alone.
  isUsed: seeingAs === null,
  onErased: () => {
    // Signed out in another tab, which asked before.
    documents.forgetAll()
    window.location.assign('/connexion')
  },
})
beforeLeaving(documents)
keepShellOnDevice()
letDragsPass()
watchSeeingAs()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="bottom-right" limit={3} />
      <ApolloProvider client={apollo}>
        <DeviceProvider value={device}>
          <LiveDocumentsProvider value={documents}>
            <RouterProvider router={router} />
          </LiveDocumentsProvider>
        </DeviceProvider>
      </ApolloProvider>
    </MantineProvider>
  </StrictMode>,
)
