/** The documents of drafts on this machine. They are kept beside the drafts, which are stored at each change. */

import type { Rendering } from '../../api/contract';
import { isObject } from '../../claims';

const PREFIX = 'gongkai.document/';

/** The length of a document that is stored, at most. Browsers keep some millions of characters. */
const MAX_LENGTH = 1_000_000;

/** The documents that were stored, or cannot be. They never change. */
const known = new WeakSet<Rendering>();

/**
 * Stores the document of a draft, once. One for which there is no room is shown until the page is left.
 *
 * @param name the name of the draft
 * @param document the document; undefined if the draft has none
 */
export function save(name: string, document: Rendering | undefined): void {
  if (document !== undefined && known.has(document)) {
    return;
  }
  remove(name);
  if (document !== undefined) {
    known.add(document);
    store(name, JSON.stringify(document));
  }
}

function store(name: string, text: string): void {
  try {
    if (text.length <= MAX_LENGTH) {
      localStorage.setItem(PREFIX + name, text);
    }
  } catch {
    // There is no room for it.
  }
}

/** Returns the document of a draft; undefined if it is not stored or cannot be read. */
export function load(name: string): Rendering | undefined {
  try {
    const document: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
    return isRendering(document) ? loaded(document) : undefined;
  } catch {
    return undefined;
  }
}

function loaded(document: Rendering): Rendering {
  known.add(document);
  return document;
}

export const remove = (name: string): void => localStorage.removeItem(PREFIX + name);

/** Makes room for drafts: without documents, nothing is lost that was entered. */
export const removeAll = (): void =>
  Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => localStorage.removeItem(key));

/** Returns whether a value is a document as the service answers it. Its parts are those of one answer. */
const isRendering = (value: unknown): value is Rendering =>
  isObject(value) && [value.pages, value.blocks].every((parts) => Array.isArray(parts) && parts.every(isObject));
