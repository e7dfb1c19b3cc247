import { storedFile } from '#shared/http/boards.ts'
import { maxImageBytes } from '#shared/limits.ts'
import type { BoardMembership } from '../../../domain/board/board-access.ts'
import type { Files } from '../../../domain/file/files.ts'
import { imageKinds } from '../../../domain/file/image-kind.ts'
import { defineRoute, onBoard, type Route } from '../route.ts'
import { receiveUpload } from './receive-upload.ts'

/** A script in a stored SVG does not run, even when its address is opened by itself. */
const storedFileCsp = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** Pictures on boards. */
export function fileRoutes({ files, membership }: { files: Files; membership: BoardMembership }): Route[] {
  const tag = 'files'
  return [
    defineRoute({
      method: 'post',
      path: '/api/boards/:id/files',
      tag,
      summary: 'Store a picture: PNG, JPEG, GIF, WebP or SVG, at most 10 MB, judged by its bytes',
      access: onBoard(membership, 'file.upload'),
      uploads: ['application/octet-stream', 'multipart/form-data'],
      status: 201,
      answer: storedFile,
      errors: [
        'image_too_large',
        'unsupported_image',
        'invalid_input',
        'board_files_full',
        'own_files_full',
        'too_many_requests',
        'store_unavailable',
      ],
      async handle({ params, allowed, http }) {
        const endUpload = await files.beginUpload(allowed)
        try {
          const { name, bytes, mimeType } = await files.put(
            allowed,
            await receiveUpload(http, maxImageBytes, 'image_too_large'),
          )
          return { source: `asset:${name}`, url: `/api/boards/${params.id}/files/${name}`, bytes, mimeType }
        } finally {
          endUpload()
        }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/boards/:id/files/:name',
      tag,
      summary: 'A stored picture; its address never means another one',
      access: onBoard(membership, 'file.read'),
      contentTypes: Object.values(imageKinds).map(({ mimeType }) => mimeType),
      errors: ['file_not_found'],
      async handle({ params, reply }) {
        const { path, kind } = await files.find(params.name)
        reply.set({
          'Content-Type': imageKinds[kind].mimeType,
          'Content-Security-Policy': storedFileCsp,
          'X-Content-Type-Options': 'nosniff',
        })
        await new Promise<void>((resolve, reject) => {
          const options = {
            immutable: true,
            maxAge: '365d',
            cacheControl: false,
            etag: false,
            dotfiles: 'allow',
          } as const
          reply.set({ 'Cache-Control': 'private, max-age=31536000, immutable', ETag: `"${params.name}"` })
          reply.sendFile(path, options, (error) => (error ? reject(error) : resolve()))
        })
      },
    }),
  ]
}
