import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { bringWebFonts } from './app/web-fonts.ts'
import { startI18n } from './i18n/i18n.ts'

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no #root')
const i18n = await startI18n()
createRoot(container).render(
  <StrictMode>
    <App i18n={i18n} />
  </StrictMode>,
)
bringWebFonts()
