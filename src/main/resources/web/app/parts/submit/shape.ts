/** The shapes of data from outside the pages: from a file, or from the store of the browser. All functions are pure. */

import { isObject } from '../../claims';

export const isText = (value: unknown): value is string => typeof value === 'string';

/** Returns whether a value is an object all of whose members are texts. */
export const isTexts = (value: unknown): value is Record<string, string> => isObject(value) && Object.values(value).every(isText);

export const isCode = (value: unknown): value is string => isText(value) && /^[A-Za-z0-9][A-Za-z0-9-]{1,35}$/.test(value);

export const isYear = (value: unknown): value is number => Number.isInteger(value) && /^\d{4}$/.test(String(value));
