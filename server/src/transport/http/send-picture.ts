import type { Request, Response } from 'express'
import { z } from 'zod'

/** What can be asked of a picture. */
export const pictureQuery = z.object({
  scheme: z.enum(['light', 'dark']).default('light'),
  lang: z.string().max(35).optional(),
})

/** Nothing in a picture may load or run anything, wherever it is opened. */
const pictureCsp = "default-src 'none'; style-src 'unsafe-inline'"

export type Picture = {
  readonly svg: string
  /** Of the content; a browser that has it is told so. */
  readonly etag: string
}

export function sendPicture(req: Request, res: Response, { svg, etag }: Picture): void {
  res.set({
    'Content-Security-Policy': pictureCsp,
    'Cache-Control': 'private, no-cache',
    ETag: `"${etag}"`,
    Vary: 'Accept-Language, Cookie, Authorization',
  })
  if (req.fresh) res.status(304).end()
  else res.type('image/svg+xml').send(svg)
}

/** `?lang=`, else the first language the browser asks for, else English. */
export function languageOf(req: Request, lang: string | undefined): string {
  const [first] = req.acceptsLanguages()
  return lang ?? (first && first !== '*' ? first : 'en')
}
