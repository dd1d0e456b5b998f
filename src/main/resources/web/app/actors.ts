/** Names of those who do something. The service itself issues tokens for the office, and for agencies with their codes. */

import { t } from './text';

/** The name of the service where it decides by itself. */
const SYSTEM = 'system';
const OFFICE = 'oversight';
const AGENCY = 'agency:';
const SANDBOX = 'sandbox:';

/** Returns the code of the agency that a token was issued to; undefined for other names. */
export const agencyOf = (actor: string): string | undefined => {
  const prefix = [AGENCY, SANDBOX].find((known) => actor.startsWith(known));
  return prefix === undefined ? undefined : actor.slice(prefix.length);
};

/** Returns a name for people. That of an agency has to be looked up: until then, it is its code. */
export function actorName(actor: string): string {
  switch (actor) {
    case SYSTEM:
      return t('系统自动', 'Service');
    case OFFICE:
      return t('主管部门', 'Oversight office');
    default:
      return agencyOf(actor) ?? actor;
  }
}

/** Returns whether a name is that of a person, or of another program. */
export const isOwnName = (actor: string): boolean => actor !== SYSTEM && actor !== OFFICE && agencyOf(actor) === undefined;
