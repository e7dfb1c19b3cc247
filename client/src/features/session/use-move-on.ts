import { useState } from 'react'
import type { SessionCommand } from '#shared/session/commands.ts'
import { useCommand } from './use-command.ts'

type MoveCommand = Extract<SessionCommand, { type: 'start' | 'next' | 'back' | 'jump' }>

/** To another step. While one is on its way, a second press does nothing: nobody skips a step by pressing twice. */
export function useMoveOn(): { moveOn: (command: MoveCommand) => void; isMoving: boolean } {
  const say = useCommand()
  const [isMoving, setIsMoving] = useState(false)
  return {
    isMoving,
    moveOn(command) {
      if (isMoving) return
      setIsMoving(true)
      void say(command).finally(() => setTimeout(() => setIsMoving(false), doublePressMs))
    },
  }
}

/** The answer may be quicker than the second press of a double one. */
const doublePressMs = 400
