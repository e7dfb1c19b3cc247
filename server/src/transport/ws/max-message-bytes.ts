import { maxFrameBytes } from '#shared/limits.ts'

/** Above our own limit, so that a message a little too large is answered with our code and sentence. */
export const maxMessageBytes = maxFrameBytes * 2
