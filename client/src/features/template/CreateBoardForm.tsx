import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { maxTitleLength } from '#shared/limits.ts'
import { createBoard } from '../../api/boards.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { settingsQuery } from '../../api/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useProblemText } from '../problem/index.ts'

export type CreateBoardFormProps = {
  readonly pilotId: string
  readonly templateId: string | null
  readonly defaultTitle: string
}

export function CreateBoardForm({ pilotId, templateId, defaultTitle }: CreateBoardFormProps) {
  const { t } = useTranslation('template')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [title, setTitle] = useState(defaultTitle)
  const isUntitled = title.trim() === ''
  const creation = useMutation({
    mutationFn: () => createBoard(pilotId, { title, template: templateId }),
    // Beside it: the canvas waits for them.
    onMutate: () => void queryClient.prefetchQuery(settingsQuery),
    onSuccess: async (board) => {
      // Its page begins with this, and asks for more while the canvas is made: who she is on it, for one.
      queryClient.setQueryData(queryKeys.board(board.id), board, { updatedAt: 0 })
      void queryClient.invalidateQueries({ queryKey: queryKeys.pilots })
      await navigate(`/boards/${board.id}`)
    },
  })
  return (
    <Form
      onSubmit={() => (isUntitled || creation.isPending ? undefined : creation.mutate())}
      problem={creation.isError ? problemText(creation.error) : undefined}
    >
      <Field
        label={t('boardTitle')}
        required
        dir="auto"
        maxLength={maxTitleLength}
        value={title}
        error={isUntitled ? t('check.title') : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button kind="primary" type="submit" isWide isBusy={creation.isPending}>
        {t('create')}
      </Button>
    </Form>
  )
}
