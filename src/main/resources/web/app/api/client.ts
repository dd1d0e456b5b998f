/** Calls the public API. Paths, parameters and answers are those of the contract, see contract.ts. */

import { languageTag } from '../text';
import { currentToken, session, sessionEnded, type Session } from '../session';
import { routes, type Operations, type Problem } from './contract';

const NOT_FOUND = 404;

export type OperationId = keyof Operations & keyof typeof routes;

type Parameters<O extends OperationId> = Operations[O]['path'] extends never
  ? { path?: undefined }
  : { path: Operations[O]['path'] };

export type Options<O extends OperationId> = Parameters<O> & {
  query?: Operations[O]['query'];
  body?: Operations[O]['body'] | Blob | string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** A refusal by the service, or a failure to reach it. */
export class ApiError extends Error {
  /**
   * @param status the status of the answer; 0 if there is none
   * @param problem the problem that the service answered; undefined if it answered none
   */
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
  ) {
    super(problem?.detail ?? String(status));
  }

  get isUnreachable(): boolean {
    return this.status === 0;
  }
}

/** An answer with the tag that `If-Match` takes. */
export interface Answer<T> {
  status: number;
  body: T;
  etag: string | null;
}

/** Returns the address of an operation, for links and downloads. */
export function address<O extends OperationId>(
  operation: O,
  path: Record<string, string | number> | undefined,
  query: object | undefined,
): string {
  const template: string = routes[operation][1];
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path?.[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') {
      search.append(name, Array.isArray(value) ? value.join(',') : String(value));
    }
  }
  const text = search.toString().replaceAll('%2C', ',');
  return text === '' ? filled : `${filled}?${text}`;
}

/** Calls an operation. Fails with an ApiError. */
export async function exchange<O extends OperationId>(
  operation: O,
  options: Options<O>,
): Promise<Answer<Operations[O]['answer']>> {
  const { body, headers, signal } = options;
  const init: RequestInit = {
    method: routes[operation][0],
    headers: { 'Accept-Language': languageTag(), Accept: 'application/json', ...(await authorization()), ...headers },
    credentials: 'omit',
    ...(signal === undefined ? {} : { signal }),
  };
  if (body !== undefined) {
    const isRaw = body instanceof Blob || typeof body === 'string';
    init.body = isRaw ? body : JSON.stringify(body);
    init.headers = { 'Content-Type': 'application/json', ...(init.headers as Record<string, string>) };
  }
  const sender = session();
  const response = await send(address(operation, options.path as Record<string, string>, options.query), init);
  if (!response.ok) {
    throw await refusal(response, sender);
  }
  return {
    status: response.status,
    body: response.status === 204 ? undefined : await read(response, () => response.json()),
    etag: response.headers.get('ETag'),
  } as Answer<Operations[O]['answer']>;
}

/** Calls an operation and returns the body of its answer. */
export async function call<O extends OperationId>(operation: O, options: Options<O>): Promise<Operations[O]['answer']> {
  return (await exchange(operation, options)).body;
}

/** Returns what was found; undefined if it does not exist. */
export async function orMissing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (failed) {
    if (failed instanceof ApiError && failed.status === NOT_FOUND) {
      return undefined;
    }
    throw failed;
  }
}

/** Downloads an answer with the token of the session, which a link could not send. */
export async function download(path: string, accept: string): Promise<{ blob: Blob; name: string | undefined }> {
  const sender = session();
  const response = await send(path, {
    headers: { 'Accept-Language': languageTag(), Accept: accept, ...(await authorization()) },
    credentials: 'omit',
  });
  if (!response.ok) {
    throw await refusal(response, sender);
  }
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return { blob: await read(response, () => response.blob()), name: encoded === undefined ? plain : decodeURIComponent(encoded) };
}

async function authorization(): Promise<Record<string, string>> {
  const token = await currentToken();
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (failed) {
    throw isAborted(failed) ? failed : new ApiError(0, undefined);
  }
}

/** Reads the body of an answer. One that breaks off or is no JSON was changed between the service and the reader. */
async function read<T>(response: Response, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (failed) {
    throw isAborted(failed) ? failed : new ApiError(response.status, undefined);
  }
}

const isAborted = (failed: unknown): boolean => failed instanceof DOMException && failed.name === 'AbortError';

/** Returns why a request was refused. The session that sent it ends with its token, but not one that has begun since. */
async function refusal(response: Response, sender: Session | undefined): Promise<ApiError> {
  if (response.status === 401 && sender !== undefined && session()?.token === sender.token) {
    sessionEnded();
  }
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false;
  const problem = isProblem ? ((await read(response, () => response.json())) as Problem | null) : undefined;
  return new ApiError(response.status, typeof problem?.title === 'string' ? problem : undefined);
}
