import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { setQuery } from '../router';
import { Part } from '../screen';
import { number, t } from '../text';

/** Returns the number of the last page of a list, from 1. */
export const lastPage = (total: number, size: number): number => Math.max(Math.ceil(total / size), 1);

/** Returns the page that an address names; the nearest one if there is no such page, and the first one for other texts. */
export function pageWithin(text: string | undefined, first: number, last: number): number {
  const page = Math.trunc(Number(text));
  return Number.isNaN(page) ? first : Math.min(Math.max(page, first), last);
}

/** More pages than any list has. */
const MANY = 1_000_000;

/**
 * Reads the page of a list that an address names. How many there are is known only after one was read: instead of a page that does
 * not exist, the last one is read.
 *
 * @param text the number of the page, from 1; undefined for the first one
 * @param read reads a page by its number, from 0
 */
export async function readWithin<T extends { total: number }>(
  text: string | undefined,
  size: number,
  read: (page: number) => Promise<T>,
): Promise<T & { page: number }> {
  const wanted = pageWithin(text, 1, MANY) - 1;
  const found = await read(wanted);
  const last = lastPage(found.total, size) - 1;
  return wanted <= last ? { ...found, page: wanted } : { ...(await read(last)), page: last };
}

/** Turns the pages of a list. The page is in the address, as the parameter `page`, from 1. */
@customElement('gk-pager')
export class Pager extends Part {
  @property({ attribute: false }) page = 1;
  @property({ attribute: false }) size = 50;
  @property({ attribute: false }) total = 0;

  override render() {
    const first = (this.page - 1) * this.size + 1;
    const last = Math.min(this.page * this.size, this.total);
    const summary =
      last < first
        ? t(`共 ${number(this.total)} 条`, `${number(this.total)} in all`)
        : t(
            `第 ${number(first)}–${number(last)} 条，共 ${number(this.total)} 条`,
            `${number(first)}–${number(last)} of ${number(this.total)}`,
          );
    return html`<nav class="pager" aria-label=${t('翻页', 'Pages')}>
      <span role="status">${summary}</span>
      ${this.total <= this.size
        ? nothing
        : html`<button type="button" aria-disabled=${this.page <= 1} @click=${() => this.turnTo(this.page - 1)}>
              ${t('上一页', 'Previous')}
            </button>
            <button type="button" aria-disabled=${last >= this.total} @click=${() => this.turnTo(this.page + 1)}>
              ${t('下一页', 'Next')}
            </button>`}
    </nav>`;
  }

  /** A button at the end of the list does nothing, but keeps the focus. */
  private turnTo(page: number): void {
    if (page >= 1 && (page - 1) * this.size < this.total) {
      setQuery({ page: page === 1 ? undefined : String(page) });
    }
  }
}
