import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Checkpoint, RestoredCheckpoint } from '#shared/http/checkpoints.ts'
import { deleteCheckpoint, listCheckpoints, restoreCheckpoint, saveCheckpoint } from '../../api/checkpoints.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'

/** What takes a restore back, once the server has answered; undefined when nothing was restored. */
export type RestoreUndo = Promise<(() => void) | undefined>

/** @param onRestoring - Told before the server is asked: the board is opened anew before its answer is here. */
export function useCheckpoints(boardId: string, onRestoring: (undo: RestoreUndo) => void) {
  const queryClient = useQueryClient()
  const toast = useToast()
  const problemText = useProblemText()
  const queryKey = queryKeys.checkpoints(boardId)
  const refresh = () => queryClient.invalidateQueries({ queryKey })

  const startRestoring = (id: string): Promise<RestoredCheckpoint> => {
    const restored = restoreCheckpoint(boardId, id)
    onRestoring(
      restored.then(
        ({ before }) => {
          void refresh()
          return before ? () => void startRestoring(before.id).catch(tell) : undefined
        },
        () => undefined,
      ),
    )
    return restored
  }
  const tell = (error: unknown) => toast({ text: problemText(error) })

  return {
    list: useQuery({ queryKey, queryFn: ({ signal }) => listCheckpoints(boardId, signal) }),
    save: useMutation({ mutationFn: (title: string) => saveCheckpoint(boardId, { title }), onSuccess: refresh }),
    restore: useMutation({ mutationFn: ({ id }: Checkpoint) => startRestoring(id) }),
    remove: useMutation({ mutationFn: ({ id }: Checkpoint) => deleteCheckpoint(boardId, id), onSuccess: refresh }),
  }
}
