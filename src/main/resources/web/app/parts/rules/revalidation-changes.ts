import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { PageRevalidationChangeEntry, RevalidationChange } from '../../api/contract';
import { findingName, messageOf, revisionName, severityClass } from '../../revisions';
import { link } from '../../router';
import { Loader, Part } from '../../screen';
import { t } from '../../text';
import { readWithin } from '../pager';
import { kindOfChange, reasonName } from './rule-words';

const SIZE = 50;

/** The findings that a run has added or removed, page by page. */
@customElement('gk-revalidation-changes')
export class RevalidationChanges extends Part {
  @property({ attribute: false }) query = new URLSearchParams();
  @property({ attribute: false }) run = 0;
  /** Changes when the findings are to be read again. */
  @property({ attribute: false }) version = 0;

  private readonly changes = new Loader<PageRevalidationChangeEntry>(
    this,
    () => [this.run, this.query.get('page'), this.version],
    (signal) =>
      readWithin(this.query.get('page') ?? undefined, SIZE, (page) =>
        call('listRevalidationChanges', { path: { id: this.run }, query: { page, size: SIZE }, signal }),
      ),
  );

  override render() {
    return html`<section class="card" aria-labelledby="changes-title">
      <h2 id="changes-title">${t('改变的核对结果', 'Findings that have changed')}</h2>
      ${this.changes.render(
        (page) => html`${table(page.items)}
          <gk-pager .page=${page.page + 1} .size=${SIZE} .total=${page.total}></gk-pager>`,
      )}
    </section>`;
  }
}

/** The roles stay those of a table where the lines are stacked. */
function table(changes: RevalidationChange[]) {
  const columns = [t('报告', 'Report'), t('变化', 'Change'), t('核对结果', 'Finding')];
  return html`<div class="scroll">
    <table class="wide stacked" role="table" aria-labelledby="changes-title">
      <thead role="rowgroup">
        <tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr>
      </thead>
      <tbody role="rowgroup">${changes.map(line)}</tbody>
    </table>
  </div>`;
}

const line = ({ agency, year, revision, kind, reason, finding }: RevalidationChange) => html`<tr role="row">
  <th role="rowheader" scope="row">
    <a href=${link(`/agencies/${agency}/${year}`, { revision: String(revision) })}>${agency} ${year}</a>
    <div class="second">${revisionName(revision)}</div>
  </th>
  <td role="cell">${kindOfChange(kind)}${reason === undefined ? nothing : html`<div class="second">${reasonName(reason)}</div>`}</td>
  <td role="cell">
    <span class="status ${severityClass(finding)}">${findingName(finding)}</span> <code>${finding.rule}</code>
    ${finding.cell === undefined ? nothing : html`<strong>${finding.cell}</strong>`}
    <div>${messageOf(finding)}</div>
  </td>
</tr>`;
