/** The language of the pages. Chinese is the default; the parameter `lang` of the address chooses. */

export type Language = 'zh' | 'en';

const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const;

function languageOfAddress(): Language {
  return new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';
}

let current: Language = languageOfAddress();

export const language = (): Language => current;

/** The tag of the language, for `lang` attributes, `Accept-Language` and the formatting of numbers. */
export const languageTag = (): string => LANGUAGE_TAGS[current];

/** Follows the language of the address. Returns whether it has changed. */
export function followAddress(): boolean {
  const before = current;
  current = languageOfAddress();
  document.documentElement.lang = languageTag();
  return current !== before;
}

/** Returns the text in the language of the reader. */
export const t = (zh: string, en: string): string => (current === 'en' ? en : zh);

/** Returns the text of the contract's bilingual texts in the language of the reader. */
export const of = (text: { zh: string; en: string }): string => text[current];

/** A number with separators of thousands; an em dash for a value that is not known. */
export const number = (value: number | null | undefined, digits = 6): string => inPrint(value, { maximumFractionDigits: digits });

/** A difference with its sign. */
export const signed = (value: number | null | undefined, digits = 6): string =>
  inPrint(value, { maximumFractionDigits: digits, signDisplay: 'exceptZero' });

/** A share between 0 and 1, in percent. */
export const percent = (value: number | null | undefined): string =>
  inPrint(value, { style: 'percent', maximumFractionDigits: 1 });

/** Formats a number with the minus sign of print. A hyphen is for files. */
const inPrint = (value: number | null | undefined, options: Intl.NumberFormatOptions): string =>
  value === null || value === undefined ? '—' : numberFormat(options).format(value).replace('-', '\u2212');

/** The formats by language and options. To make one takes as long as to format hundreds of numbers. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${languageTag()} ${JSON.stringify(options)}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(languageTag(), options);
  numberFormats.set(key, known);
  return known;
}

/** An instant in China's time, to the minute. */
export function moment(instant: string): string {
  const date = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: BEIJING, timeStyle: 'short' }).format(date);
  return `${dayIn(BEIJING, date)}${t(' ', ', ')}${time}`;
}

/** A day of the calendar, such as a deadline: 2024年1月31日, or 31 January 2024. */
export const day = (date: string): string => dayIn('UTC', new Date(`${date}T00:00:00Z`));

/** Returns a value of the API as a text: days and instants as readers write them, others as they are. */
export function dated(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return day(value);
  }
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? moment(value) : value;
}

const BEIJING = 'Asia/Shanghai';

const dayIn = (timeZone: string, date: Date): string =>
  new Intl.DateTimeFormat(t('zh-CN', 'en-GB'), { timeZone, dateStyle: 'long' }).format(date);
