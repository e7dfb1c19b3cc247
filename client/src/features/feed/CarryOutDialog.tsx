import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Continuations } from '#shared/http/feeds.ts'
import { maxTitleLength, maxValueLength } from '#shared/limits.ts'
import { listContinuations, listZones } from '../../api/feeds.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field, Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ProblemState, useProblemText } from '../problem/index.ts'
import styles from './feed.module.css'
import { type CarryTarget, useCarryOut } from './use-carry-out.ts'

export type CarryOutDialogProps = {
  readonly ids: readonly string[]
  /** The words of a note that becomes something to do; undefined where things are carried as they are. */
  readonly action?: string
  readonly onClose: () => void
}

const actionTracker = 'action-tracker'

/** Things of this board go to another one of the pilot, or to a new one, as copies. */
export function CarryOutDialog(props: CarryOutDialogProps) {
  const { t } = useTranslation('feed')
  const { boardId = '' } = useParams()
  const { language } = useLanguage()
  const found = useQuery({
    queryKey: queryKeys.continuations(boardId, language),
    queryFn: ({ signal }) => listContinuations(boardId, language, signal),
    staleTime: 0,
  })
  const isAction = props.action !== undefined
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t(isAction ? 'action.title' : 'out.title')}
      description={t(isAction ? 'action.text' : 'out.text', { count: props.ids.length })}
    >
      {found.data ? (
        <Targets {...props} boardId={boardId} targets={targetsOf(found.data, isAction)} />
      ) : found.isError ? (
        <ProblemState error={found.error} query={found} />
      ) : (
        <Progress label={t('looking')} />
      )}
    </Dialog>
  )
}

type TargetsProps = CarryOutDialogProps & { readonly boardId: string; readonly targets: readonly CarryTarget[] }

function Targets({ boardId, targets, ids, action, onClose }: TargetsProps) {
  const { t } = useTranslation('feed')
  const { language } = useLanguage()
  const problemText = useProblemText()
  const [chosen, setChosen] = useState('')
  const [zoneKey, setZoneKey] = useState<string>()
  const [text, setText] = useState(action?.slice(0, maxTitleLength) ?? '')
  const [owner, setOwner] = useState('')
  const [due, setDue] = useState('')
  const target = targets.find(({ value }) => value === chosen) ?? targets[0]
  const openId = target?.boardId
  const zones = useQuery({
    queryKey: queryKeys.zones(openId ?? '', language),
    queryFn: ({ signal }) => listZones(openId ?? '', language, signal),
    enabled: openId !== undefined && action === undefined,
  })
  const known = zones.data ?? []
  const zone = known.find(({ key }) => key === zoneKey)?.key ?? target?.into ?? known[0]?.key
  const carrying = useCarryOut({ boardId, onDone: onClose })
  if (!target) return <EmptyState title={t('out.nowhere')} text={t('out.nowhereText')} />

  const isUnsaid = action !== undefined && text.trim() === ''
  const values = { ...(owner.trim() && { owner: owner.trim() }), ...(due && { due }) }
  const carry = () => {
    if (!zone || isUnsaid || carrying.isPending) return
    const own = action === undefined ? {} : { text: text.trim(), values }
    carrying.mutate({ target, body: { ids: [...ids], zone, ...own } })
  }
  return (
    <Form onSubmit={carry} problem={carrying.isError ? problemText(carrying.error) : undefined}>
      {action === undefined ? null : (
        <>
          <TextArea
            label={t('action.what')}
            dir="auto"
            rows={3}
            maxLength={maxTitleLength}
            value={text}
            error={isUnsaid ? t('action.unsaid') : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Field
            label={t('action.owner')}
            isOptional
            dir="auto"
            maxLength={maxValueLength}
            value={owner}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
          <Field
            label={t('action.due')}
            isOptional
            type="date"
            value={due}
            onChange={(event) => setDue(event.currentTarget.value)}
          />
        </>
      )}
      <Select
        label={t('out.board')}
        value={target.value}
        onChange={(event) => {
          setChosen(event.currentTarget.value)
          setZoneKey(undefined)
        }}
      >
        {targets.map(({ value, title, boardId: id }) => (
          <option key={value} value={value}>
            {id === undefined ? t('out.start', { template: title }) : title}
          </option>
        ))}
      </Select>
      {known.length > 0 && openId !== undefined && action === undefined ? (
        <Select label={t('into')} value={zone ?? ''} onChange={(event) => setZoneKey(event.currentTarget.value)}>
          {known.map(({ key, heading }) => (
            <option key={key} value={key}>
              {heading || key}
            </option>
          ))}
        </Select>
      ) : null}
      {zones.data?.length === 0 ? <p className={styles.facts}>{t('out.noZones')}</p> : null}
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button kind="primary" type="submit" isBusy={carrying.isPending} disabled={!zone || isUnsaid}>
          {t(action === undefined ? 'out.carry' : 'action.make')}
        </Button>
      </DialogActions>
    </Form>
  )
}

/** Boards first: what is started anew comes after what is there. */
function targetsOf({ boards, templates }: Continuations, isAction: boolean): readonly CarryTarget[] {
  return [
    ...boards
      .filter(({ actionsInto }) => !isAction || actionsInto !== null)
      .map(({ id, title, into, actionsInto }) => {
        return { value: id, boardId: id, title, into: (isAction ? actionsInto : into) ?? undefined }
      }),
    ...templates
      .filter(({ id }) => !isAction || id === actionTracker)
      .map(({ id, title, into }) => ({ value: `template ${id}`, boardId: undefined, template: id, title, into })),
  ]
}
