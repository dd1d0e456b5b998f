/** Claims of a JSON Web Token. They are read for display and for the login; the service checks the signature. */
export interface Claims {
  iss?: string;
  aud?: string | string[];
  nonce?: string;
  sub?: string;
  upn?: string;
  preferred_username?: string;
  name?: string;
  groups?: string[];
  agencies?: string[];
  sandbox?: boolean;
}

/** Returns whether a value that was read from JSON is an object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the claims of a token; undefined if the text is no token. */
export function claimsOf(token: string | undefined): Claims | undefined {
  const payload = token?.split('.')[1];
  if (payload === undefined) {
    return undefined;
  }
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}
