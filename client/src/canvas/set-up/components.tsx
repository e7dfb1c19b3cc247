import { useLayoutEffect, useRef } from 'react'
import {
  DefaultContextMenu,
  DefaultContextMenuContent,
  DefaultStylePanel,
  type TLComponents,
  type TLUiContextMenuProps,
  type TLUiStylePanelProps,
  useTranslation,
} from 'tldraw'
import { EditingMarkers } from '../presence/EditingMarkers.tsx'
import { PersonCursor } from '../presence/PersonCursor.tsx'
import { ZoneWordsMenuItem } from '../zone/ZoneWordsMenuItem.tsx'

/**
 * tldraw's style panel with a name for its opacity slider: the track has a title, but the thumb, which has the focus
 * and the role, has none.
 */
function StylePanel(props: TLUiStylePanelProps) {
  const element = useRef<HTMLDivElement>(null)
  const msg = useTranslation()
  useLayoutEffect(() => {
    const panel = element.current
    if (!panel) return
    const name = () => {
      for (const thumb of panel.querySelectorAll('[role="slider"]:not([aria-label])')) {
        thumb.setAttribute('aria-label', msg('style-panel.opacity'))
      }
    }
    name()
    const observer = new MutationObserver(name)
    observer.observe(panel, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [msg])
  return (
    <div ref={element} style={{ display: 'contents' }}>
      <DefaultStylePanel {...props} />
    </div>
  )
}

/** tldraw's menu, with the words of a zone for those who may change them. */
function ContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <ZoneWordsMenuItem />
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  )
}

/** Over the canvas float tldraw's tools, its style panel and its zoom, and nothing else: the page around has the rest. */
export const components: TLComponents = {
  ContextMenu,
  StylePanel,
  CollaboratorCursor: PersonCursor,
  CollaboratorHint: null,
  InFrontOfTheCanvas: EditingMarkers,
  MainMenu: null,
  MenuPanel: null,
  PageMenu: null,
  Minimap: null,
  SharePanel: null,
  TopPanel: null,
  HelpMenu: null,
  DebugMenu: null,
  DebugPanel: null,
  CursorChatBubble: null,
  VideoToolbar: null,
}
