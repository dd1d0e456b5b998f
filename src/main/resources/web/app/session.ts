/** The token of the reader. It is in memory only: a reload ends the session. */

import { claimsOf } from './claims';

/** The login at an identity provider that a session comes from. */
export interface Grant {
  /** The name of the reader, as the provider knows it. */
  readonly name: string | undefined;

  /** Returns the token for the next request. It is renewed if it is about to expire. */
  token(): Promise<string>;

  /** Ends the login at the provider, which leaves the page. */
  end(): void;
}

export interface Session {
  /** The token with which the session began. */
  token: string;
  /** The name of the subject, for display. */
  name: string;
  /** Whether the token is of the oversight office. */
  isOffice: boolean;
  /** Whether the token is for tests, which have no effect. */
  isSandbox: boolean;
  /** Codes of the agencies that may submit with this token. */
  agencies: string[];
  /** The login at the provider; undefined if the reader has pasted the token. */
  grant: Grant | undefined;
}

/** Tells that the session has begun or ended: the detail is `begun`, `ended` or `expired`. */
export const events = new EventTarget();
export const CHANGED = 'session';

/** Asks the frame to open the login. */
export const LOGIN = 'login';

export function askToLogIn(): void {
  events.dispatchEvent(new Event(LOGIN));
}

let current: Session | undefined;

export const session = (): Session | undefined => current;

/** Returns whether the token of the session is for tests. */
export const isForTests = (): boolean => current?.isSandbox === true;

/** Returns whether the session is of bureaus only: the office may represent some, too. */
export const isBureau = (): boolean => current !== undefined && !current.isOffice && current.agencies.length > 0;

/** Returns the token for the next request; undefined without a session. */
export const currentToken = async (): Promise<string | undefined> => (await current?.grant?.token()) ?? current?.token;

function change(next: Session | undefined, detail: 'begun' | 'ended' | 'expired'): void {
  current = next;
  events.dispatchEvent(new CustomEvent(CHANGED, { detail }));
}

/** Begins a session. Fails when the text is no token; the service decides whether it is valid. */
export function begin(token: string, grant?: Grant): void {
  const trimmed = token.trim();
  const claims = claimsOf(trimmed);
  if (claims === undefined) {
    throw new Error('not a token');
  }
  change(
    {
      token: trimmed,
      name: grant?.name ?? claims.preferred_username ?? claims.name ?? claims.upn ?? claims.sub ?? '',
      isOffice: (claims.groups ?? []).includes('oversight') && claims.sandbox !== true,
      isSandbox: claims.sandbox === true,
      agencies: claims.agencies ?? [],
      grant,
    },
    'begun',
  );
}

export function end(): void {
  const grant = current?.grant;
  change(undefined, 'ended');
  grant?.end();
}

/** The service refused the token: it has expired, or was revoked. */
export function sessionEnded(): void {
  change(undefined, 'expired');
}
