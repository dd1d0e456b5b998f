import type { LitElement } from 'lit';
import { agencyOf } from '../../actors';
import { call } from '../../api/client';
import type { EventEntry, EventOrder } from '../../api/contract';
import { LARGEST_PAGE } from '../../api/pages';
import { allCategories, allDistricts } from '../../registry';
import { agencyCode, type Names } from './event-text';

/**
 * The names of registered entries. The events of the registry contain them; those of entries that were registered before
 * the events that were read are asked from the registry.
 */
export class RegistryNames {
  /** The names by the paths of the entries below /api/v1/. */
  known: Names = new Map();

  private asked = new Set<string>();

  constructor(private readonly host: LitElement) {}

  /** Takes the names that events contain. The newest name of an entry is shown. */
  learn(events: EventEntry[], order: EventOrder): void {
    for (const { subject, after } of events) {
      if (typeof after?.name === 'string' && (order === 'asc' || !this.known.has(subject))) {
        this.known.set(subject, after.name);
      }
    }
  }

  /** Asks once for the districts and categories, and for the agencies whose names or codes a text may be part of. */
  find(text: string | undefined, signal: AbortSignal): Promise<unknown> {
    const all = [
      this.once('districts', () => allDistricts(signal)),
      this.once('categories', () => allCategories(signal)),
      text === undefined
        ? undefined
        : this.once('agencies', async () => (await call('listAgencies', { query: { name: text, size: LARGEST_PAGE }, signal })).items, text),
    ];
    return Promise.all(all);
  }

  /** Asks for the names of the agencies of events, where they are unknown. */
  lookUp(events: EventEntry[], signal: AbortSignal): void {
    const codes = new Set(events.flatMap((one) => [agencyCode(one), agencyOf(one.actor)]));
    for (const code of codes) {
      if (code !== undefined && !this.known.has(`agencies/${code}`)) {
        void this.once('agencies', async () => [await call('getAgency', { path: { code }, signal })], code);
      }
    }
  }

  /** A name that cannot be read is not worth a message: the code is shown. */
  private async once(
    kind: string,
    read: () => Promise<Array<{ code?: string; name: string }>>,
    what = '',
  ): Promise<void> {
    const key = `${kind}/${what}`;
    if (this.asked.has(key)) {
      return;
    }
    this.asked.add(key);
    try {
      for (const { code, name } of await read()) {
        this.add(`${kind}/${code ?? what}`, name);
      }
      this.host.requestUpdate();
    } catch {
      this.asked.delete(key);
    }
  }

  private add(path: string, name: string): void {
    if (!this.known.has(path)) {
      this.known.set(path, name);
    }
  }

  forget(): void {
    this.known = new Map();
    this.asked = new Set();
  }
}
