import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../api/client';
import type { Change, Changes } from '../api/contract';
import { cellId } from '../form-layout';
import { revisionName } from '../revisions';
import { Loader, Part } from '../screen';
import { number, signed, t } from '../text';

/** The letters that are shown before and after a place where texts differ. */
const CONTEXT = 24;

/** What differs between two revisions: numbers with their difference, and the parts of texts that differ. Each leads to its cell. */
@customElement('gk-revision-changes')
export class RevisionChanges extends Part {
  @property({ attribute: false }) agency = '';
  @property({ attribute: false }) year = 0;
  @property({ attribute: false }) revision = 0;
  /** The older revision; undefined for the one before. */
  @property({ attribute: false }) since: number | undefined;

  private readonly changes = new Loader<Changes>(
    this,
    () => [this.agency, this.year, this.revision, this.since],
    (signal) => {
      const { agency, year, revision, since } = this;
      return call('getChanges', { path: { agency, year, revision }, query: since === undefined ? {} : { since }, signal });
    },
  );

  override render() {
    return this.changes.render(table);
  }
}

function table({ since, revision, changes }: Changes) {
  const title = t(`第 ${revision} 版与第 ${since} 版的差异`, `Differences between revisions ${since} and ${revision}`);
  return changes.length === 0
    ? html`<p>${t('两版内容相同。', 'Both revisions have the same content.')}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
        <table>
          <caption>${title}${t(`，共 ${changes.length} 处`, `: ${changes.length}`)}</caption>
          <thead>
            <tr>
              <th scope="col">${t('位置', 'Place')}</th>
              <th scope="col" class="number">${revisionName(since)}</th>
              <th scope="col" class="number">${revisionName(revision)}</th>
              <th scope="col" class="number">${t('增减', 'Difference')}</th>
            </tr>
          </thead>
          <tbody>${changes.map(row)}</tbody>
        </table>
      </div>`;
}

function row(change: Change) {
  const { before, after, difference } = change;
  const isText = typeof before === 'string' && typeof after === 'string';
  return html`<tr>
    <th scope="row"><a href="#${cellId(change.pointer)}">${change.cell}</a></th>
    ${isText ? textsOf(before, after) : html`<td class="number">${valueOf(before)}</td><td class="number">${valueOf(after)}</td>`}
    <td class="number">${difference === undefined ? nothing : signed(difference)}</td>
  </tr>`;
}

const valueOf = (value: unknown): string => (typeof value === 'number' ? number(value) : typeof value === 'string' ? value : '—');

function textsOf(before: string, after: string) {
  const start = commonLength(before, after);
  const end = commonLength(reversed(before.slice(start)), reversed(after.slice(start)));
  return html`<td class="text" lang="zh-CN">${around(before, start, end, (part) => html`<del>${part}</del>`)}</td>
    <td class="text" lang="zh-CN">${around(after, start, end, (part) => html`<ins>${part}</ins>`)}</td>`;
}

/** Returns the part of a text between two common parts, marked, with some letters of those. */
function around(text: string, start: number, end: number, mark: (part: string) => unknown) {
  const last = text.length - end;
  const first = Math.max(0, start - CONTEXT);
  const beyond = Math.min(text.length, last + CONTEXT);
  return html`${first > 0 ? '…' : ''}${text.slice(first, start)}${last > start ? mark(text.slice(start, last)) : nothing}${text.slice(last, beyond)}${beyond < text.length ? '…' : ''}`;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length++;
  }
  return length;
}

const reversed = (text: string): string => text.split('').reverse().join('');
