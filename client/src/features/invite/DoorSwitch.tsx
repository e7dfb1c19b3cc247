import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Board } from '#shared/http/boards.ts'
import { getBoard, updateBoard } from '../../api/boards.ts'
import { queryKeys } from '../../api/query-keys.ts'
import callout from '../../ui/Callout.module.css'
import { Switch } from '../../ui/Switch.tsx'
import { useProblemText } from '../problem/index.ts'

/** A locked door keeps everybody out who is not on the board yet, whatever their invitation says. */
export function DoorSwitch({ board }: { readonly board: Board }) {
  const { t } = useTranslation('invite')
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const queryKey = queryKeys.board(board.id)
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => getBoard(board.id, signal), initialData: board })
  const lock = useMutation({
    mutationFn: (isDoorLocked: boolean) => updateBoard(board.id, { isDoorLocked }),
    onSuccess: (updated) => queryClient.setQueryData(queryKey, updated),
  })
  return (
    <>
      <Switch
        label={t('door.label')}
        hint={t('door.hint')}
        isOn={lock.isPending ? lock.variables : data.isDoorLocked}
        isDisabled={lock.isPending}
        onChange={lock.mutate}
      />
      {lock.isError ? (
        <p className={callout.bad} role="alert">
          {problemText(lock.error)}
        </p>
      ) : null}
    </>
  )
}
