import { z } from 'zod'

/** What the pages need to know of the server before anybody is known to it. Nothing secret. */
export const settings = z
  .object({
    /** Given by the operator; null: tldraw runs unlicensed, with its watermark. */
    tldrawLicenseKey: z.string().nullable(),
  })
  .meta({ id: 'Settings' })
export type Settings = z.infer<typeof settings>
