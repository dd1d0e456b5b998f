import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FormCatalogue, Report } from '../../api/contract';
import { at, type Cell } from '../../form-layout';
import { revisionName, who } from '../../revisions';
import { Part } from '../../screen';
import { moment, t } from '../../text';
import { numberOf, printed } from '../number-text';
import { type Draft, SECTIONS, entry, sectionTitle } from './draft';
import { goTo } from './report-findings';
import { placeOf } from './reading';
import type { Newest } from './service';
import { submissionName } from './status';

/** Shows how a draft differs from what somebody submitted meanwhile. Fires `keep` or `discard`, for the draft. */
@customElement('gk-conflict')
export class Conflict extends Part {
  @property({ attribute: false }) draft!: Draft;
  @property({ attribute: false }) latest!: Newest;
  @property({ attribute: false }) form!: FormCatalogue;
  @property({ attribute: false }) cells: Cell[] = [];

  override render() {
    const { revision, submittedAt, submittedBy } = this.latest;
    const differences = this.differences();
    const actor = who(submittedBy);
    return html`<section class="notice" role="alert">
      <h2 id="conflict" tabindex="-1">${t('已有更新的版本', 'There is a newer revision')}</h2>
      <p>
        ${t(`第 ${revision} 版由${actor}于 ${moment(submittedAt)} 报送。`, `Revision ${revision} was submitted by ${actor} on ${moment(submittedAt)}.`)}
        ${differences.length === 0
          ? t('它与您的内容相同，不必再次报送。', 'It is the same as yours, which need not be submitted again.')
          : t('您的内容没有报送，仍保存于本机。', 'Yours was not submitted, and is kept on this machine.')}
      </p>
      ${differences.length === 0 ? nothing : this.table(differences)}
      <div class="actions">
        ${differences.length === 0
          ? nothing
          : html`<button type="button" class="primary" @click=${() => this.dispatchEvent(new Event('keep'))}>
              ${t(`以我的内容${submissionName(this.latest)}`, `Use mine: ${submissionName(this.latest)}`)}
            </button>`}
        <button type="button" @click=${() => this.dispatchEvent(new Event('discard'))}>
          ${differences.length === 0
            ? t('查看已报送的版本', 'Show what was submitted')
            : t('放弃我的内容，查看已报送的版本', 'Give up mine, and show what was submitted')}
        </button>
      </div>
    </section>`;
  }

  private table(differences: Difference[]) {
    const caption = t(`不同之处（${differences.length}）`, `Differences (${differences.length})`);
    return html`<div class="scroll tall" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <caption>${caption}</caption>
        <thead>
          <tr>
            <th scope="col">${t('位置', 'Place')}</th>
            <th scope="col">${revisionName(this.latest.revision)}</th>
            <th scope="col">${t('我的内容', 'Mine')}</th>
          </tr>
        </thead>
        <tbody>
          ${differences.map((one) => html`<tr>
            <th scope="row"><button type="button" class="plain" @click=${() => goTo(one.pointer)}>${one.place}</button></th>
            <td class=${one.isText ? 'excerpt' : 'number'}>${one.theirs}</td>
            <td class=${one.isText ? 'excerpt' : 'number'}>${one.mine || nothing}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>`;
  }

  private differences(): Difference[] {
    const report = this.latest.report as Report;
    const numbers = this.cells.map(({ pointer }) => ({
      pointer,
      place: placeOf(pointer, this.form, this.cells),
      theirs: printed(at(report, pointer)),
      mine: shown(entry(this.draft, pointer)),
      isText: false,
    }));
    const texts = SECTIONS.map((section) => ({
      pointer: `/${section}`,
      place: sectionTitle(section),
      theirs: report[section],
      mine: this.draft.texts[section],
      isText: true,
    }));
    return [...texts.slice(0, 1), ...numbers, ...texts.slice(1)].filter((one) => one.theirs !== one.mine);
  }
}

/** Returns a number like those of the service; a text that is none as it was entered. */
function shown(text: string): string {
  const value = numberOf(text);
  return value === undefined ? text : printed(value);
}

interface Difference {
  pointer: string;
  place: string;
  theirs: string;
  mine: string;
  isText: boolean;
}
