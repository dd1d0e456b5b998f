import { call, orMissing } from '../api/client';
import type { AgencyEntry, AgencyKind } from '../api/contract';
import type { Choice } from './picker';

export const MOST_CHOICES = 50;

/** The letters of codes, which names of agencies do not consist of. */
const CODE = /^[\w.-]+$/;

/** Finds agencies by a part of their names, or by their code. */
export async function agencyChoices(text: string, kind: AgencyKind | undefined, signal: AbortSignal): Promise<Choice[]> {
  const wanted = text.trim();
  const [coded, named] = await Promise.all([ofCode(wanted, signal), ofName(wanted, kind, signal)]);
  const isWanted = coded !== undefined && (kind === undefined || coded.kind === kind);
  return [...(isWanted ? [coded] : []), ...named.filter((one) => one.code !== coded?.code)].map(({ code, name }) => ({ code: code ?? '', name }));
}

const ofCode = async (code: string, signal: AbortSignal): Promise<AgencyEntry | undefined> =>
  CODE.test(code) ? orMissing(call('getAgency', { path: { code }, signal })) : undefined;

async function ofName(name: string, kind: AgencyKind | undefined, signal: AbortSignal): Promise<AgencyEntry[]> {
  const query = { size: MOST_CHOICES, ...(kind === undefined ? {} : { kind }), ...(name === '' ? {} : { name }) };
  return (await call('listAgencies', { query, signal })).items;
}
