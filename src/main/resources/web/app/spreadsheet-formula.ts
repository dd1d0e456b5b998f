/**
 * Formulas in texts, found as the service does. Spreadsheets run a cell that begins with an equals sign or a similar character,
 * in any width or size; some remove blanks and quotes before it, or paste it after a tab. A spreadsheet with another separator
 * splits a cell at semicolons, commas, tabs, bars and line ends, so each of its parts can be a formula.
 */

const SEPARATORS = ';,|\t\r\n';
const SIGNS = '=+-@|＝＋＠｜﹢﹣﹦﹫－−';
const QUOTES = '"\'`‘’“”＇＂';

/** The characters that spreadsheets may skip: spaces, control characters and invisible ones. */
const BLANK = /[\p{Z}\p{Cc}\p{Cf}]/u;

/** Returns the text with an apostrophe before each part that a spreadsheet would run. Reads it once, from its end. */
export function guarded(text: string): string {
  const characters = [...text];
  let isBeforeSign = false;
  let isBeforeTab = false;
  for (let i = characters.length - 1; i >= 0; i--) {
    const one = characters[i] as string;
    const isQuote = QUOTES.includes(one);
    isBeforeSign = SIGNS.includes(one) || (isBeforeSign && (isQuote || BLANK.test(one)));
    isBeforeTab = one === '\t' || one === '\r' || (isBeforeTab && isQuote);
    const beginsPart = i === 0 || SEPARATORS.includes(characters[i - 1] as string);
    if (beginsPart && (isBeforeSign || isBeforeTab)) {
      characters[i] = `'${one}`;
    }
  }
  return characters.join('');
}
