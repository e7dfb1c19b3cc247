import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { stepPlace, useIsFacilitator, useSession } from '../session/index.ts'
import { OpenVoteButtons } from './OpenVoteButtons.tsx'

export function NoVotesYet({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useTranslation('votes')
  const isFacilitator = useIsFacilitator()
  const session = useSession()
  const place = session && stepPlace(session)
  if (isOpen) return <EmptyState title={t('none.looksOn')} text={t('none.looksOnText')} />
  return (
    <EmptyState title={t('none.title')} text={t(isFacilitator ? 'none.facilitator' : 'none.text')}>
      {isFacilitator ? (
        <OpenVoteButtons step={place?.mode === 'vote' ? place.step : undefined} before={undefined} isFirst />
      ) : null}
    </EmptyState>
  )
}
