import { isBureau } from './session';

/**
 * Returns the page to show after a login: the one that was open. The overview is where everyone arrives: bureaus go on to their
 * reports.
 */
export function landing(address: string): string {
  const { pathname, searchParams, search } = new URL(address, location.origin);
  const isArrival = pathname === '/' && [...searchParams.keys()].every((name) => name === 'lang');
  return isArrival && isBureau() ? `/submit${search}` : address;
}
