import { expect, test } from 'vitest'
import { loggablePath } from './request-log.ts'

test.each([
  ['/api/boards/abc/records', '/api/boards/abc/records'],
  ['/api/account-links/s3cret', '/api/account-links/…'],
  ['/api/invites/KHWXYZ', '/api/invites/…'],
  ['/join/s3cret?lang=ar', '/join/…'],
  ['/welcome/s3cret', '/welcome/…'],
  ['/API/Invites/KHWXYZ', '/API/Invites/…'],
  ['/api/boards/abc?token=s3cret', '/api/boards/abc'],
  [undefined, ''],
])('of %s the log sees %s', (url, path) => {
  expect(loggablePath(url)).toBe(path)
})
