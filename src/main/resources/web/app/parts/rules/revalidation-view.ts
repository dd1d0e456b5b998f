import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../api/client';
import type { RevalidatedRule, Revalidation } from '../../api/contract';
import { who } from '../../revisions';
import { link } from '../../router';
import { Loader, Part } from '../../screen';
import { moment, number, t } from '../../text';
import '../ask';
import './revalidation-changes';
import { scopeInWords } from './rule-scope';
import { runStateClass, runStateName } from './rule-words';

/** The time between two looks at a run that goes on, in milliseconds. */
const POLL = 2000;

/** A run: its progress, which is read again until its end, and the findings that it has changed. */
@customElement('gk-revalidation')
export class RevalidationView extends Part {
  @property({ attribute: false }) query = new URLSearchParams();
  @property({ attribute: false }) run = 0;
  /** Changes when all data are to be loaded again. */
  @property({ attribute: false }) logins = 0;

  @state() private isAsking = false;

  private poll: ReturnType<typeof setTimeout> | undefined;

  private readonly progress = new Loader<Revalidation>(
    this,
    () => [this.run, this.logins],
    async (signal) => {
      const found = await call('getRevalidation', { path: { id: this.run }, signal });
      if (found.state === 'RUNNING') {
        clearTimeout(this.poll);
        this.poll = setTimeout(() => void this.progress.reload(), POLL);
      }
      return found;
    },
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.poll);
  }

  override render() {
    return html`<nav aria-label=${t('位置', 'Breadcrumb')} class="breadcrumb">
        <a href=${link('/rules', { tab: 'revalidations' })}>${t('历次复核', 'Revalidations')}</a>
      </nav>
      ${this.progress.render((found) => this.content(found))}`;
  }

  private content(found: Revalidation) {
    return html`<section class="card" aria-labelledby="run-title">
        <h2 id="run-title" tabindex="-1">
          ${t(`第 ${found.id} 次复核`, `Revalidation ${found.id}`)}
          <span role="status"><span class=${runStateClass(found.state)}>${runStateName(found.state)}</span></span>
        </h2>
        <p>
          <progress max=${Math.max(found.total, 1)} .value=${found.checked} aria-label=${t('进度', 'Progress')}></progress>
          ${t(`已复核 ${number(found.checked)} / ${number(found.total)} 份报告`, `${number(found.checked)} of ${number(found.total)} reports checked`)}
        </p>
        ${facts(found)} ${found.rules.length === 0 ? html`<p>${t('没有核对结果改变。', 'No finding has changed.')}</p>` : byRule(found.rules)}
        ${found.state === 'RUNNING'
          ? html`<div class="actions"><button type="button" @click=${() => (this.isAsking = true)}>${t('取消复核…', 'Cancel the run…')}</button></div>`
          : nothing}
      </section>
      ${found.rules.length === 0
        ? nothing
        : html`<gk-revalidation-changes .run=${found.id} .query=${this.query} .version=${found.added + found.removed}></gk-revalidation-changes>`}
      ${this.isAsking ? this.question() : nothing}`;
  }

  private question() {
    return html`<gk-ask .heading=${t('取消复核？', 'Cancel the run?')} .action=${t('取消复核', 'Cancel the run')} .isGrave=${true}
      .content=${html`<p>${t('已复核的报告保留新的核对结果。', 'Reports that were checked keep their new findings.')}</p>`}
      .run=${async () => {
        await call('cancelRevalidation', { path: { id: this.run } });
        await this.progress.reload();
      }}
      @close=${this.closed}></gk-ask>`;
  }

  /** The button that had the focus is gone with the run. */
  private async closed(): Promise<void> {
    this.isAsking = false;
    await this.updateComplete;
    (this.querySelector<HTMLElement>('.actions button') ?? this.querySelector<HTMLElement>('#run-title'))?.focus();
  }
}

function facts({ years, district, ruleBook, startedAt, startedBy, finishedAt, cancelledBy, added, removed }: Revalidation) {
  const all: Array<[name: string, value: unknown]> = [
    [t('范围', 'Reports'), scopeInWords(years, district)],
    [t('规则库版本', 'Rule book'), ruleBook],
    [t('开始', 'Started'), `${moment(startedAt)} ${who(startedBy)}`],
    [t('结束', 'Ended'), finishedAt === undefined ? undefined : moment(finishedAt)],
    [t('取消人', 'Cancelled by'), cancelledBy === undefined ? undefined : who(cancelledBy)],
    [t('核对结果', 'Findings'), t(`新增 ${number(added)} 条，消除 ${number(removed)} 条`, `${number(added)} added, ${number(removed)} gone`)],
  ];
  return html`<dl class="facts">
    ${all.filter(([, value]) => value !== undefined).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
  </dl>`;
}

const byRule = (rules: RevalidatedRule[]) => html`<div class="scroll" tabindex="0" role="region" aria-label=${t('按规则', 'By rule')}>
  <table>
    <thead>
      <tr><th scope="col">${t('规则', 'Rule')}</th><th scope="col" class="number">${t('新增', 'Added')}</th><th scope="col" class="number">${t('消除', 'Gone')}</th></tr>
    </thead>
    <tbody>
      ${rules.map(
        (one) => html`<tr><th scope="row"><code>${one.rule}</code></th><td class="number">${number(one.added)}</td><td class="number">${number(one.removed)}</td></tr>`,
      )}
    </tbody>
  </table>
</div>`;
