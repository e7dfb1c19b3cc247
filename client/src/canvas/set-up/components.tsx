import { useCallback } from 'react'
import {
  DefaultContextMenu,
  DefaultContextMenuContent,
  DefaultRichTextToolbar,
  DefaultStylePanel,
  type TLComponents,
  type TLUiContextMenuProps,
  type TLUiRichTextToolbarProps,
  type TLUiStylePanelProps,
  useTranslation,
} from 'tldraw'
import { AloneMarks } from '../alone/AloneMarks.tsx'
import { NearCanvas } from '../drawing/NearCanvas.tsx'
import { ShapeIndicators } from '../drawing/ShapeIndicators.tsx'
import { StandInPicture } from '../drawing/StandInPicture.tsx'
import { CarryOnMenuItem } from '../items/CarryOnMenuItem.tsx'
import { PeopleInFront } from '../presence/PeopleInFront.tsx'
import { SelectionsOfOthers } from '../presence/SelectionsOfOthers.tsx'
import { ZoneMarks } from '../zoning/ZoneMarks.tsx'
import { ZoneMenuItem } from '../zoning/ZoneMenuItem.tsx'
import { BoardToolbar } from './BoardToolbar.tsx'
import { Mended } from './Mended.tsx'

/** The opacity slider's track has a title, but its thumb, which has the focus and the role, has no name. */
function StylePanel(props: TLUiStylePanelProps) {
  const msg = useTranslation()
  const nameSliders = useCallback(
    (panel: HTMLElement) => {
      for (const thumb of panel.querySelectorAll('[role="slider"]:not([aria-label])')) {
        thumb.setAttribute('aria-label', msg('style-panel.opacity'))
      }
    },
    [msg],
  )
  return (
    <Mended mend={nameSliders}>
      <DefaultStylePanel {...props} />
    </Mended>
  )
}

/** Its buttons say that they are options of a list, which there is none of; a pressed button is what they are. */
function dropOptionRoles(toolbar: HTMLElement): void {
  for (const button of toolbar.querySelectorAll('button[role="option"]')) button.removeAttribute('role')
}

function RichTextToolbar(props: TLUiRichTextToolbarProps) {
  return (
    <Mended mend={dropOptionRoles}>
      <DefaultRichTextToolbar {...props} />
    </Mended>
  )
}

/** tldraw's menu, with what facilitators do with zones. */
function ContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <ZoneMenuItem />
      <CarryOnMenuItem />
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  )
}

function Overlays() {
  return (
    <>
      <AloneMarks />
      <SelectionsOfOthers />
      <ZoneMarks />
    </>
  )
}

/** Over the canvas float tldraw's tools, its style panel and its zoom, and nothing else: the page around has the rest. */
export const components: TLComponents = {
  Canvas: NearCanvas,
  ContextMenu,
  StylePanel,
  RichTextToolbar,
  Toolbar: BoardToolbar,
  CollaboratorCursor: null,
  CollaboratorHint: null,
  InFrontOfTheCanvas: PeopleInFront,
  OnTheCanvas: StandInPicture,
  Overlays,
  ShapeIndicators,
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
