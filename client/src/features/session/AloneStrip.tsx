import { ChevronDown, Lock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevealRequest } from '#shared/http/layers.ts'
import { aloneStepOf, isAloneAnonymous } from '#shared/session/alone.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/Menu.tsx'
import { phoneWidth, useMediaQuery } from '../../ui/use-media-query.ts'
import { RevealDialog } from './RevealDialog.tsx'
import styles from './SessionStrip.module.css'
import { useSelf, useSession } from './session-context.ts'
import { type AloneFacts, useAloneFacts } from './use-alone-facts.ts'
import { useWords } from './use-words.ts'

/** While people write alone: who sees it, how it will be shown, how much there is; and showing it. */
export function AloneStrip() {
  const { t } = useTranslation('session')
  const session = useSession()
  const self = useSelf()
  const facts = useAloneFacts()
  const [asked, setAsked] = useState<RevealRequest>()
  const step = aloneStepOf(session)
  const isPhone = useMediaQuery(phoneWidth)
  const words = useAloneWords(facts, step)
  if (!self || words === undefined) return null
  const isFacilitator = self.role === 'facilitator'
  const mayShowMine = !step && facts.own > 0 && self.role !== 'viewer'
  const hasSelected = facts.selected.length > 0 && facts.selected.length < facts.own
  return (
    <div className={styles.strip}>
      <Lock size={16} aria-hidden="true" />
      <p>{words}</p>
      <div className={styles.actions}>
        {isFacilitator && facts.all > 0 ? (
          <>
            {isPhone ? null : (
              <Button size="small" kind="primary" onClick={() => setAsked({ scope: 'all' })}>
                {t('reveal.all')}
              </Button>
            )}
            <RevealMenu facts={facts} hasAll={isPhone} hasMine={mayShowMine} onAsk={setAsked} />
          </>
        ) : null}
        {!isFacilitator && mayShowMine ? (
          <>
            {hasSelected ? (
              <Button size="small" kind="primary" onClick={() => setAsked(selectedOf(facts))}>
                {t('reveal.selected', { count: facts.selected.length })}
              </Button>
            ) : null}
            {hasSelected && isPhone ? null : (
              <Button size="small" onClick={() => setAsked({ scope: 'own' })}>
                {t('reveal.mine')}
              </Button>
            )}
          </>
        ) : null}
      </div>
      {asked ? (
        <RevealDialog
          request={asked}
          count={countOf(asked, facts)}
          isAnonymous={isAloneAnonymous(session)}
          isStillWriting={step !== undefined}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </div>
  )
}

/** @returns undefined where there is nothing to say. */
function useAloneWords({ all, own }: AloneFacts, step: { readonly isAnonymous: boolean } | undefined) {
  const { t } = useTranslation('session')
  const self = useSelf()
  const isPhone = useMediaQuery(phoneWidth)
  if (step) {
    const parts = [t('alone.soFar', { count: all }), ...(own > 0 ? [t('alone.yours', { count: own })] : [])]
    const counts = all > 0 ? t('alone.counts', { counts: parts.join(t('alone.between')) }) : ''
    const promise = self?.role === 'viewer' ? '' : t(step.isAnonymous ? 'alone.anonymous' : 'alone.named')
    // On a phone there is room for one of both; the zones count as well.
    return (isPhone && promise) || `${promise} ${counts}`.trim() || undefined
  }
  if (self?.role === 'facilitator') return all > 0 ? t('alone.hidden', { count: all }) : undefined
  return own > 0 ? t('alone.mine', { count: own }) : undefined
}

type RevealMenuProps = {
  readonly facts: AloneFacts
  /** Where there is no button of its own for that. */
  readonly hasAll: boolean
  readonly hasMine: boolean
  readonly onAsk: (request: RevealRequest) => void
}

function RevealMenu({ facts, hasAll, hasMine, onAsk }: RevealMenuProps) {
  const { t } = useTranslation('session')
  const { zoneName, number } = useWords()
  const zones = Object.entries(facts.byZone).filter(([key, count]) => key !== '' && count > 0)
  if (zones.length === 0 && !hasAll && !hasMine) return null
  return (
    <Menu
      trigger={
        <Button size="small" kind={hasAll ? 'primary' : 'plain'}>
          {t(hasAll ? 'reveal.choose' : 'reveal.part')}
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      }
    >
      {hasAll ? <MenuItem onSelect={() => onAsk({ scope: 'all' })}>{t('reveal.all')}</MenuItem> : null}
      {zones.length > 0 ? <MenuLabel>{t('reveal.zones')}</MenuLabel> : null}
      {zones.map(([zone, count]) => (
        <MenuItem key={zone} onSelect={() => onAsk({ scope: 'zone', zone })}>
          {t('reveal.zone', { zone: zoneName(zone), count, value: number(count) })}
        </MenuItem>
      ))}
      {hasMine ? (
        <>
          {zones.length > 0 ? <MenuSeparator /> : null}
          <MenuItem onSelect={() => onAsk({ scope: 'own' })}>{t('reveal.mine')}</MenuItem>
          {facts.selected.length > 0 ? (
            <MenuItem onSelect={() => onAsk(selectedOf(facts))}>
              {t('reveal.selected', { count: facts.selected.length })}
            </MenuItem>
          ) : null}
        </>
      ) : null}
    </Menu>
  )
}

function selectedOf({ selected }: AloneFacts): RevealRequest {
  return { scope: 'own', recordIds: [...selected] }
}

function countOf(request: RevealRequest, { all, own, byZone }: AloneFacts): number {
  switch (request.scope) {
    case 'all':
      return all
    case 'zone':
      return byZone[request.zone] ?? 0
    case 'own':
      return request.recordIds?.length ?? own
  }
}
