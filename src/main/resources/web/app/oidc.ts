/**
 * The protocol of a login at an OpenID Connect provider: the authorization code flow for a public client, with PKCE (RFC 6749,
 * 7636 and 9207). Keeps nothing and shows nothing.
 */

import type { LoginProvider } from './api/contract';
import { claimsOf, isObject } from './claims';

export type Provider = Required<LoginProvider>;

/** The reasons why a login fails. */
export type Reason =
  /** The page came over plain HTTP: the browser offers no cryptography. */
  | 'insecure'
  /** The browser opens no window for the login. */
  | 'blocked'
  /** The provider cannot be reached, or does not allow calls from this site. */
  | 'unreachable'
  /** The provider describes itself differently than it is configured. */
  | 'metadata'
  /** The answer belongs to no login of this page. */
  | 'unexpected'
  /** The provider has refused. */
  | 'refused'
  /** The tokens are not those that were asked for. */
  | 'tokens'
  /** A fault of the pages, or of the browser. */
  | 'unknown';

export class LoginError extends Error {
  /**
   * @param reason the reason
   * @param code the error code of the provider, if it has refused
   * @param description what the provider says about it
   */
  constructor(
    readonly reason: Reason,
    readonly code?: string,
    readonly description?: string,
  ) {
    super(description ?? code ?? reason);
  }
}

export interface Metadata {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint?: string;
}

/** What the page remembers of a request until it is answered. */
export interface Pending {
  state: string;
  nonce: string;
  verifier: string;
}

/** Members of the answer of the token endpoint. */
export interface Tokens {
  access_token: string;
  id_token: string;
  refresh_token?: string;
  /** Seconds. */
  expires_in?: number;
}

/** The time in which the provider must begin to answer, in milliseconds. */
const TIMEOUT = 20_000;

const RANDOM_BYTES = 32;

/** The address to which the provider sends readers back, after a login and after a logout. */
export const returnAddress = (): string => `${location.origin}/login`;

/** Loads the metadata of a provider. */
export async function metadataOf(provider: Provider): Promise<Metadata> {
  const metadata = await json<Metadata>(`${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (metadata.issuer !== provider.issuer) {
    throw new LoginError('metadata', undefined, `issuer ${metadata.issuer}`);
  }
  for (const name of ['authorization_endpoint', 'token_endpoint', 'end_session_endpoint'] as const) {
    const isOmitted = name === 'end_session_endpoint' && metadata[name] === undefined;
    if (!isOmitted && !isEndpoint(metadata[name], provider)) {
      throw new LoginError('metadata', undefined, `${name} ${metadata[name]}`);
    }
  }
  // The policy of the pages allows calls to the origin of the issuer only.
  if (new URL(metadata.token_endpoint).origin !== new URL(provider.issuer).origin) {
    throw new LoginError('metadata', undefined, `token_endpoint ${metadata.token_endpoint}`);
  }
  return metadata;
}

/** Returns whether readers can be sent to an address: by HTTPS, or to the issuer, which the service has checked. */
function isEndpoint(address: unknown, provider: Provider): boolean {
  try {
    const url = new URL(address as string);
    return typeof address === 'string' && (url.protocol === 'https:' || url.origin === new URL(provider.issuer).origin);
  } catch {
    return false;
  }
}

/**
 * Makes a request for a login.
 *
 * @param purpose the beginning of the parameter `state`, which the provider returns
 * @param language the language that the provider should use
 */
export async function request(
  provider: Provider,
  metadata: Metadata,
  purpose: string,
  language: string,
): Promise<{ address: string; pending: Pending }> {
  const pending = { state: `${purpose}.${random()}`, nonce: random(), verifier: random() };
  const address = withParameters(metadata.authorization_endpoint, {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: returnAddress(),
    scope: provider.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await challenge(pending.verifier),
    code_challenge_method: 'S256',
    ui_locales: language,
  });
  return { address, pending };
}

/** Exchanges the answer to a request for tokens. */
export async function redeem(
  provider: Provider,
  metadata: Metadata,
  pending: Pending,
  answer: URLSearchParams,
): Promise<Tokens> {
  const isFromProvider = (answer.get('iss') ?? provider.issuer) === provider.issuer;
  if (answer.get('state') !== pending.state || !isFromProvider) {
    throw new LoginError('unexpected');
  }
  const code = answer.get('code');
  if (code === null) {
    throw new LoginError('refused', answer.get('error') ?? undefined, answer.get('error_description') ?? undefined);
  }
  const tokens = await json<Tokens>(metadata.token_endpoint, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: returnAddress(),
    client_id: provider.clientId,
    code_verifier: pending.verifier,
  });
  check(tokens, provider, pending);
  return tokens;
}

/** Checks that the tokens answer the request. They come from the provider itself, so their signature proves no more. */
function check(tokens: Tokens, provider: Provider, pending: Pending): void {
  const claims = claimsOf(textOf(tokens.id_token));
  const isForUs = [claims?.aud].flat().includes(provider.clientId);
  if (claims === undefined || claims.iss !== provider.issuer || claims.nonce !== pending.nonce || !isForUs) {
    throw new LoginError('tokens', undefined, 'id_token');
  }
  if (claimsOf(textOf(tokens.access_token)) === undefined) {
    throw new LoginError('tokens', undefined, 'access_token');
  }
}

/** Exchanges a refresh token for newer tokens. */
export const renew = (provider: Provider, metadata: Metadata, refreshToken: string): Promise<Tokens> =>
  json<Tokens>(metadata.token_endpoint, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: provider.clientId,
  });

/** Returns the address that ends the login at the provider; undefined if it has none. */
export function endAddress(
  provider: Provider,
  metadata: Metadata,
  idToken: string,
  state: string,
): string | undefined {
  return metadata.end_session_endpoint === undefined
    ? undefined
    : withParameters(metadata.end_session_endpoint, {
        id_token_hint: idToken,
        client_id: provider.clientId,
        post_logout_redirect_uri: returnAddress(),
        state,
      });
}

function withParameters(address: string, parameters: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    url.searchParams.set(name, value);
  }
  return url.href;
}

/** Gets a JSON object, or posts a form and gets one. */
async function json<T>(address: string, form?: Record<string, string>): Promise<T> {
  const response = await send(address, {
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    headers: { Accept: 'application/json' },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const { error, error_description } = isObject(body) ? body : {};
    throw new LoginError('refused', textOf(error) ?? String(response.status), textOf(error_description));
  }
  if (!isObject(body)) {
    throw new LoginError(form === undefined ? 'metadata' : 'tokens', undefined, 'no JSON object');
  }
  return body as T;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

async function send(address: string, init: RequestInit): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT);
  try {
    return await fetch(address, { ...init, signal: controller.signal });
  } catch {
    throw new LoginError('unreachable');
  } finally {
    clearTimeout(timer);
  }
}

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));

async function challenge(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
