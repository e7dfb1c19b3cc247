import { QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { lazy, Suspense, useState } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { BrowserRouter, Route, Routes } from 'react-router'
import { createQueryClient } from '../api/query-client.ts'
import { BoardProgress, preloadCanvas } from '../features/board/index.ts'
import { Progress } from '../ui/Progress.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { MissingPart } from './MissingPart.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { createPages } from './pages.tsx'
import { UiDirection } from './UiDirection.tsx'

const Showcase = import.meta.env.DEV
  ? lazy(async () => ({ default: (await import('../ui/showcase/Showcase.tsx')).Showcase }))
  : undefined

export function App({ i18n }: { readonly i18n: i18n }) {
  const [queryClient] = useState(createQueryClient)
  const [pages] = useState(() => createPages(i18n))
  const [prepareBoard] = useState(() => () => void Promise.allSettled([pages.board.preload(), preloadCanvas()]))
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <UiDirection>
          <BrowserRouter>
            <ErrorBoundary>
              <Suspense fallback={<PageProgress />}>
                <Routes>
                  <Route path="/" element={<pages.home />} />
                  <Route element={<pages.accountLayout />}>
                    <Route path="/pilots/:pilotId" element={<pages.pilot />} />
                    <Route path="/pilots/:pilotId/new-board" element={<pages.newBoard prepareBoard={prepareBoard} />} />
                    <Route path="/accounts" element={<pages.accounts />} />
                  </Route>
                  <Route path="/sign-in" element={<pages.signIn />} />
                  <Route path="/welcome/:secret" element={<pages.welcome />} />
                  <Route path="/join" element={<pages.join />} />
                  <Route path="/join/:code" element={<pages.join />} />
                  <Route
                    path="/boards/:boardId"
                    element={
                      <Suspense fallback={<BoardProgress />}>
                        <pages.board />
                      </Suspense>
                    }
                  />
                  {Showcase ? <Route path="/ui" element={<Showcase />} /> : null}
                  <Route path="*" element={<NotFoundPage />} />
                </Routes>
              </Suspense>
            </ErrorBoundary>
            <MissingPart />
          </BrowserRouter>
        </UiDirection>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

function PageProgress() {
  const { t } = useTranslation()
  return <Progress label={t('loading')} isPage />
}
