/** Drafts on this machine: they survive a reload, an expired token and a lost connection. They never contain a token. */

import { isObject } from '../../claims';
import * as documents from './document-store';
import { type Draft, SECTIONS } from './draft';
import type { Issue, Reading } from './reading';
import { isCode, isText, isTexts, isYear } from './shape';

const PREFIX = 'gongkai.draft/';

const nameOfReport = (agency: string, year: number): string => `${agency}/${year}`;

export const keyOf = (agency: string, year: number): string => PREFIX + nameOfReport(agency, year);

/** Returns the draft of a report with its document; undefined if there is none that can be read. */
export function load(agency: string, year: number): Draft | undefined {
  const draft = loadAlone(agency, year);
  const rendering = draft === undefined ? undefined : documents.load(nameOfReport(agency, year));
  return draft === undefined || rendering === undefined ? draft : { ...draft, rendering };
}

function loadAlone(agency: string, year: number): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(agency, year)) ?? 'null');
    return isDraft(draft) && draft.agency === agency && draft.year === year ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Stores a draft with its document. Returns it with the time; undefined if the browser does not store anything. */
export function save(draft: Draft): Draft | undefined {
  const saved = put({ ...draft, isLocked: false, savedAt: new Date().toISOString() });
  if (saved !== undefined) {
    documents.save(nameOfReport(draft.agency, draft.year), draft.rendering);
  }
  return saved;
}

/** Keeps a draft for the next login. */
export const lock = (draft: Draft): void => void put({ ...draft, isLocked: true });

function put(draft: Draft): Draft | undefined {
  const { rendering, ...alone } = draft;
  const [key, text] = [keyOf(draft.agency, draft.year), JSON.stringify(alone)];
  try {
    setItem(key, text);
    return draft;
  } catch {
    return undefined;
  }
}

function setItem(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    documents.removeAll();
    localStorage.setItem(key, text);
  }
}

export const remove = (agency: string, year: number): void => removeKey(keyOf(agency, year));

export function removeKey(key: string): void {
  try {
    localStorage.removeItem(key);
    documents.remove(key.slice(PREFIX.length));
  } catch {
    // A browser that stores nothing has nothing to remove.
  }
}

/** Returns all drafts without their documents, the newest first. */
export function all(): Draft[] {
  const drafts = keys().map(loadKey).filter((draft) => draft !== undefined);
  return drafts.sort((a, b) => (b.savedAt ?? '').localeCompare(a.savedAt ?? ''));
}

/** Returns the keys of the drafts that cannot be read, because something else has changed or damaged them. */
export const damaged = (): string[] => keys().filter((key) => loadKey(key) === undefined);

/** Returns the code of the agency that the key of a draft names. */
export const agencyOf = (key: string): string => key.slice(PREFIX.length).split('/')[0] as string;

/** Returns the name of a damaged draft, as far as its key tells it. */
export const nameOf = (key: string): string => key.slice(PREFIX.length).replace('/', ' ');

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((one) => one.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function loadKey(key: string): Draft | undefined {
  const [agency = '', year = ''] = key.slice(PREFIX.length).split('/');
  return key === keyOf(agency, Number(year)) ? loadAlone(agency, Number(year)) : undefined;
}

/** Returns whether an event tells that another window has changed the draft. */
export const isAbout = (event: StorageEvent, draft: Draft): boolean => event.key === keyOf(draft.agency, draft.year);

function isDraft(value: unknown): value is Draft {
  return (
    isObject(value) &&
    isCode(value.agency) &&
    isText(value.agencyName) &&
    isYear(value.year) &&
    isTexts(value.entries) &&
    (value.zeros === undefined || (Array.isArray(value.zeros) && value.zeros.every(isText))) &&
    (value.opening === undefined || isTexts(value.opening)) &&
    isTexts(value.texts) &&
    SECTIONS.every((section) => section in (value.texts as object)) &&
    isTexts(value.reasons) &&
    (value.isLocked === undefined || typeof value.isLocked === 'boolean') &&
    isText(value.savedAt) &&
    !Number.isNaN(Date.parse(value.savedAt)) &&
    (value.base === undefined || isBase(value.base)) &&
    (value.reading === undefined || isReading(value.reading))
  );
}

const isBase = (value: unknown): boolean => isObject(value) && Number.isInteger(value.revision) && isText(value.etag);

const isReading = (value: unknown): value is Reading =>
  isObject(value) && isText(value.name) && isTexts(value.sources) && (value.confidences === undefined || isTexts(value.confidences)) &&
  (value.places === undefined || (isObject(value.places) && Object.values(value.places).every(isObject))) &&
  Array.isArray(value.issues) && value.issues.every(isIssue);

const isIssue = (value: unknown): value is Issue =>
  isObject(value) && isText(value.kind) && isText(value.pointer) && isText(value.detail) && typeof value.isConfirmed === 'boolean';
