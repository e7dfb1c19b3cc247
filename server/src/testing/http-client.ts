/** Where a server is, and who may do everything there. */
export type Reachable = { readonly url: string; readonly adminToken: string }

export type Answer = {
  readonly status: number
  readonly headers: Headers
  /** Parsed where it is JSON, else the text. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer by asserting it
  readonly body: any
}

export type UploadBody = string | Uint8Array | FormData

/** A browser or a program that speaks to the server: with cookies, or with a token. */
export type HttpClient = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  delete(path: string, headers?: Record<string, string>): Promise<Answer>
  /** Sends the body as it is; the headers say what it is. */
  send(method: string, path: string, body: UploadBody | undefined, headers: Record<string, string>): Promise<Answer>
  readonly cookies: Map<string, string>
}

/** Where its boards are synced. */
export function socketUrl({ url }: Pick<Reachable, 'url'>): string {
  return `${url.replace(/^http/, 'ws')}/sync`
}

/** A program with a token, which says no origin. */
export function program(server: Reachable, token: string = server.adminToken): HttpClient {
  return client(server, { authorization: `Bearer ${token}` })
}

/** A browser: keeps cookies and says where its pages come from. */
export function browser(server: Reachable, headers: Record<string, string> = {}): HttpClient {
  return client(server, { origin: server.url, ...headers })
}

function client(server: Reachable, always: Record<string, string>): HttpClient {
  const cookies = new Map<string, string>()

  async function send(method: string, path: string, body: UploadBody | undefined, headers: Record<string, string>) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(server.url + path, {
      method,
      redirect: 'manual',
      headers: { ...always, ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    const text = await response.text()
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }

  const json =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      body === undefined
        ? send(method, path, undefined, headers)
        : send(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers })

  return {
    cookies,
    send,
    get: (path, headers = {}) => send('GET', path, undefined, headers),
    delete: (path, headers = {}) => send('DELETE', path, undefined, headers),
    post: json('POST'),
    patch: json('PATCH'),
  }
}
