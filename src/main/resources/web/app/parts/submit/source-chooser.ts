import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { AgencyEntry, FormCatalogue, Report } from '../../api/contract';
import { Part } from '../../screen';
import { session } from '../../session';
import { t } from '../../text';
import { Action } from '../action';
import { type Draft, contentOf, emptyDraft, openingOf } from './draft';
import * as store from './draft-store';
import type { Entries } from '../statutory-form';
import './file-source';
import { type Content, isOther } from './reading';
import { type Latest, mayPrepare } from './service';

/** Chooses what a report is filled in from. Fires `start` with the draft, which may be of another report than the chosen one. */
@customElement('gk-source-chooser')
export class SourceChooser extends Part {
  @property({ attribute: false }) agency!: AgencyEntry & { code: string };
  @property({ attribute: false }) year!: number;
  @property({ attribute: false }) form!: FormCatalogue;
  @property({ attribute: false }) latest: Latest | undefined;
  @property({ attribute: false }) lastYear: Report | undefined;

  /** A file that says that it is another report. */
  @state() private other: Content | undefined;

  private readonly template = new Action(this);

  override render() {
    return html`<div class="sources-list">
        ${this.latest === undefined ? nothing : this.correction(this.latest)}
        <section class="card">
          <h3>${t('从上年结转', 'From last year')}</h3>
          ${this.carryOver()}
        </section>
        <section class="card">
          <h3>${t('从文件', 'From a file')}</h3>
          <p>${t('读取已写好的报告，逐项说明数字的出处；不确定的由您核对。', 'Reads a finished report, shows where each number is printed, and asks you about what is uncertain.')}</p>
          <gk-file-source .canRead=${session() !== undefined} .form=${this.form} @content=${(event: CustomEvent<Content>) => this.received(event.detail)}></gk-file-source>
        </section>
        <section class="card">
          <h3>${t('空表', 'Empty form')}</h3>
          <p>${t('逐格填写，或者从电子表格粘贴。', 'Fill in the cells, or paste them from a spreadsheet.')}</p>
          <button type="button" @click=${() => this.start({})}>${t('从空表开始', 'Start with the empty form')}</button>
        </section>
        <section class="card">
          <h3>${t('零报告', 'Nil return')}</h3>
          <p>${this.nilHelp()}</p>
          <button type="button" @click=${() => this.template.run(() => this.startNil())}>${t('填零报告', 'Start a nil return')}</button>
        </section>
      </div>
      ${this.template.render()} ${this.other === undefined ? nothing : this.question(this.other)}`;
  }

  private nilHelp(): string {
    return this.hasOpening()
      ? t('本年度没有发生：申请、费用等填 0，上年结转的申请和现行有效的文件取自上年。写好文字；全部为 0 的，报送时声明零报告。', 'Nothing happened: cells are filled with 0, requests carried over and documents in force are those of last year. Write the texts; if all is 0, state the nil return when you submit.')
      : t('本年度没有需要报告的数据：全部填 0，写好文字，报送时声明零报告。', 'Nothing to report: all cells are filled with 0. Write the texts, and state the nil return when you submit.');
  }

  private hasOpening(): boolean {
    return this.lastYear !== undefined && mayPrepare(this.agency.code);
  }

  /** Documents that are in force do not end because nothing happens in a year. */
  private async startNil(): Promise<void> {
    const lastYear = this.lastYear;
    if (lastYear === undefined || !this.hasOpening()) {
      this.start({ entries: this.zeros() });
      return;
    }
    const { entries, opening } = openingOf(await this.readTemplate(), lastYear, this.form);
    const zeros = Object.entries(this.zeros()).filter(([pointer]) => !(pointer in (opening ?? {})) && !this.isTotal(pointer));
    this.start({ entries: { ...Object.fromEntries(zeros), ...entries }, opening: opening ?? {} });
  }

  /** Totals follow from requests that are carried over. */
  private isTotal(pointer: string): boolean {
    return this.form.figures.some((figure) => figure.cells.some((cell) => cell.total && cell.pointer === pointer));
  }

  private readTemplate(): Promise<Report> {
    return call('getTemplate', { path: { agency: this.agency.code, year: this.year } });
  }

  private zeros(): Entries {
    return Object.fromEntries(this.form.figures.flatMap((figure) => figure.cells.map((cell) => [cell.pointer, '0'])));
  }

  private correction(latest: Latest) {
    return html`<section class="card">
      <h3>${t('修改已报送的内容', 'Change what was submitted')}</h3>
      <p>${t(`以第 ${latest.revision} 版为底稿。`, `Starts from revision ${latest.revision}.`)}</p>
      <button type="button" class="primary" @click=${() => this.start(contentOf(latest.report as Report))}>
        ${t(`修改第 ${latest.revision} 版`, `Change revision ${latest.revision}`)}
      </button>
    </section>`;
  }

  private carryOver() {
    if (!mayPrepare(this.agency.code)) {
      return html`<p>${t('登录后可以使用。', 'Log in to use it.')}</p>`;
    }
    if (this.lastYear === undefined) {
      return html`<p>${t(`没有生效的 ${this.year - 1} 年度报告，无法结转。`, `No report of ${this.year - 1} is in force.`)}</p>`;
    }
    return html`<p>
        ${t(
          `填入由 ${this.year - 1} 年度报告得出的数字：上年结转的申请。现行有效件数按“上年末 + 本年发出 − 本年废止”随您填写的数字计算。其余单元格留空。`,
          `Fills in what follows from the report of ${this.year - 1}: requests carried over. Documents in force are computed from last year's and what you enter as issued and repealed. The other cells stay empty.`,
        )}
      </p>
      <button type="button" @click=${() => this.template.run(() => this.fromTemplate(this.lastYear as Report))}>${t('带入上年结转', 'Carry over')}</button>`;
  }

  private async fromTemplate(lastYear: Report): Promise<void> {
    this.start(openingOf(await this.readTemplate(), lastYear, this.form));
  }

  private received(content: Content): void {
    if (isOther(content.identity, this.agency, this.year)) {
      this.other = content;
    } else {
      this.use(content);
    }
  }

  private question(content: Content) {
    const { agency, agencyName, year } = content.identity;
    const found = [agencyName ?? agency, year].filter((one) => one !== undefined).join(' · ');
    const chosen = `${this.agency.name} · ${this.year}`;
    return html`<dialog aria-labelledby="other-title" @close=${() => (this.other = undefined)}>
      <h2 id="other-title">${t('文件是另一份报告', 'The file is another report')}</h2>
      <dl class="facts">
        <dt>${t('文件所写', 'In the file')}</dt>
        <dd>${found}</dd>
        <dt>${t('正在填报', 'Being filled in')}</dt>
        <dd>${chosen}</dd>
      </dl>
      <div class="actions">
        ${this.canSwitch(content) ? html`<button type="button" class="primary" @click=${() => this.switchTo(content)}>${this.switchName(content)}</button>` : nothing}
        <button type="button" @click=${() => this.use(content)}>${t(`仍用于 ${chosen}`, `Use it for ${chosen} all the same`)}</button>
        <button type="button" autofocus @click=${this.close}>${t('取消', 'Cancel')}</button>
      </div>
    </dialog>`;
  }

  private readonly close = (): void => this.querySelector('dialog')?.close();

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (dialog !== null && !dialog.open) {
      dialog.showModal();
    }
  }

  private target({ identity }: Content): { agency: string; year: number } {
    return { agency: identity.agency ?? this.agency.code, year: identity.year ?? this.year };
  }

  /** Returns whether the report that the file says can be filled in. */
  private canSwitch(content: Content): boolean {
    const { agency, agencyName } = content.identity;
    const isKnown = agency !== undefined || agencyName === undefined || agencyName === this.agency.name;
    return isKnown && (session() === undefined || mayPrepare(this.target(content).agency));
  }

  private switchName(content: Content): string {
    const { agency, year } = this.target(content);
    const name = agency === this.agency.code ? '' : `${content.identity.agencyName ?? agency} `;
    return store.load(agency, year) === undefined
      ? t(`改填 ${name}${year} 年度`, `Fill in ${name}${year} instead`)
      : t(`改填 ${name}${year} 年度，替换那里的草稿`, `Fill in ${name}${year} instead, and replace its draft`);
  }

  private use(content: Content): void {
    const { identity, ...rest } = content;
    this.other = undefined;
    this.start(rest);
  }

  /** The base of the other report is not known here: it is looked up when it is opened. */
  private switchTo(content: Content): void {
    const { identity, ...rest } = content;
    const { agency, year } = this.target(content);
    this.other = undefined;
    this.started({ ...emptyDraft(agency, identity.agencyName ?? agency, year), ...rest });
  }

  private start(content: Partial<Draft>): void {
    this.started({ ...emptyDraft(this.agency.code, this.agency.name, this.year), ...content });
  }

  private started(draft: Draft): void {
    this.dispatchEvent(new CustomEvent<Draft>('start', { detail: draft }));
  }
}
