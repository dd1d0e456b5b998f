import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { address, call } from '../../api/client';
import type { DocumentFormat, Impact, LaterImpact } from '../../api/contract';
import { revisionName } from '../../revisions';
import { Loader, Part } from '../../screen';
import { session } from '../../session';
import { moment, t } from '../../text';
import '../downloads';
import './moved-totals';

/** The totals that a revision moved when it came into force, or would move. They are read when the reader opens them. */
@customElement('gk-revision-impact')
export class RevisionImpact extends Part {
  @property({ attribute: false }) agency = '';
  @property({ attribute: false }) year = 0;
  @property({ attribute: false }) revision = 0;

  @state() private isOpen = false;

  private readonly impact = new Loader<Impact>(
    this,
    () => (this.isOpen ? [this.agency, this.year, this.revision, session()?.token] : undefined),
    (signal) => call('getImpact', { path: this.path(), signal }),
  );

  private path() {
    return { agency: this.agency, year: this.year, revision: this.revision };
  }

  override render() {
    return html`<details class="impact" @toggle=${(event: Event) => (this.isOpen = (event.currentTarget as HTMLDetailsElement).open)}>
      <summary>${t(`${revisionName(this.revision)}对汇总数据的影响`, `Impact of ${revisionName(this.revision).toLowerCase()} on totals`)}</summary>
      ${this.isOpen ? this.impact.render((impact) => this.content(impact)) : nothing}
    </details>`;
  }

  private content(impact: Impact) {
    return html`<p>${situation(impact)}</p>
      ${impact.state === 'NONE' || !impact.counted
        ? nothing
        : html`<gk-moved-totals .moved=${impact}></gk-moved-totals> ${impact.later.map(again)}
            <gk-downloads .address=${this.document} .name="${this.agency}-${this.year}-${this.revision}-impact"></gk-downloads>`}`;
  }

  private readonly document = (format: DocumentFormat): string => address('getImpact', this.path(), { format });
}

function situation({ state, at, replaced, counted }: Impact): string {
  if (state === 'NONE') {
    return t('这一版没有生效过，汇总数据没有变动。', 'This revision never was in force. It moved no totals.');
  }
  if (!counted) {
    return t('政府的报告已包含各部门的数据，不计入部门汇总。', 'A government’s report contains those of its departments. It moves no totals.');
  }
  if (state === 'EXPECTED') {
    return replaced === undefined
      ? t('如审核通过，将首次生效，下列数据将随之变动。', 'If it is accepted, it is the first in force, and these totals move.')
      : t(`如审核通过，将替代第 ${replaced} 版，下列数据将随之变动。`, `If it is accepted, it replaces revision ${replaced}, and these totals move.`);
  }
  const time = moment(at as string);
  return replaced === undefined
    ? t(`${time} 生效，此前没有生效的版本。`, `In force on ${time}; none was in force before.`)
    : t(`${time} 生效，替代第 ${replaced} 版。`, `In force on ${time}, in place of revision ${replaced}.`);
}

function again(later: LaterImpact) {
  const time = moment(later.at);
  return html`<p>
      ${later.kind === 'WITHDRAWN'
        ? t(`${time} 撤回，下列数据变回。`, `Withdrawn on ${time}: these totals moved back.`)
        : t(`${time} 恢复生效，下列数据再次变动。`, `In force again on ${time}: these totals moved again.`)}
    </p>
    <gk-moved-totals .moved=${later}></gk-moved-totals>`;
}
