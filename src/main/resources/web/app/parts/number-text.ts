/** Texts of numbers as an office writes them. All functions are pure. */

import { number, t } from '../text';

/** The length of the longest text that is a number. */
export const MAX_LENGTH = 40;
/** The number of decimals that the rules allow at most. */
const MAX_DECIMALS = 6;

/** The largest count and the largest amount, in CNY 10,000, that the service accepts. */
const MAX_COUNT = 2 ** 53;
const MAX_AMOUNT = 999_999_999.999999;

/** Returns the largest number that a cell can have. */
export const maximumOf = (isAmount: boolean): number => (isAmount ? MAX_AMOUNT : MAX_COUNT);

/** Digits with or without separators of thousands. No part of it can match the same digits as another: it takes linear time. */
const NUMBER = /^-?(\d+|\d{1,3}([, ]\d{3})+)(\.\d*)?$/;
const DIGITS = /^[-\d,. ]+$/;

/** Returns a number as JSON writes it. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,]/g, '');

/** Returns the number that a text stands for; undefined if it is empty, or if another number would be sent. */
export const numberOf = (text: string): number | undefined =>
  text.trim() === '' || faultOf(text) !== undefined ? undefined : Number(plain(text));

/**
 * Returns why a text cannot be sent as a number; undefined if it can, or if it is empty.
 *
 * @param maximum the largest number that its cell can have
 */
export function faultOf(text: string, maximum = MAX_COUNT): string | undefined {
  const normal = text.trim().slice(0, MAX_LENGTH + 1).normalize('NFKC').trim();
  const isLong = text.trim().length > MAX_LENGTH;
  if (normal === '') {
    return undefined;
  }
  if (!(isLong ? DIGITS : NUMBER).test(normal)) {
    return t(`“${normal}”不是数字；没有发生的填 0`, `“${normal}” is no number; enter 0 if there is nothing to report`);
  }
  const decimals = canonical(plain(normal)).split('.')[1] ?? '';
  if (!isLong && decimals.length > MAX_DECIMALS) {
    return t(`小数最多 ${MAX_DECIMALS} 位`, `At most ${MAX_DECIMALS} decimals are allowed`);
  }
  if (isLong || Math.abs(Number(plain(normal))) > maximum || hasRounding(plain(normal))) {
    return t(`数值过大：最大为 ${number(maximum)}`, `Too large: must be at most ${number(maximum)}`);
  }
  return isExact(plain(normal)) ? undefined : t('数字位数过多，无法准确表示', 'It has too many digits to be represented exactly');
}

/** Returns whether a number is the largest count only because it was rounded. */
const hasRounding = (digits: string): boolean => Math.abs(Number(digits)) === MAX_COUNT && !isExact(digits);

/** Returns whether a number in JSON has the same digits when it is written again. Integers beyond 2^53 may lose some. */
export function isExact(digits: string): boolean {
  const value = Number(digits);
  return /e/i.test(digits)
    ? isSafe(value)
    : Math.abs(value) <= MAX_COUNT && digits.length <= MAX_LENGTH && String(value) === canonical(digits);
}

/** Returns a number without the zeros that say nothing. */
const canonical = (digits: string): string =>
  digits
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/\.0*$|(\.\d*[1-9])0+$/, '$1')
    .replace(/^-0$/, '0');

/** Returns a number of a report for readers. Beyond 2^53 − 1, its last digits may have been lost, and it is marked. */
export const printed = (value: number | undefined, format: (value: number | undefined) => string = number): string =>
  value === undefined || isSafe(value) ? format(value) : t(`约 ${format(value)}`, `about ${format(value)}`);

const isSafe = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;
