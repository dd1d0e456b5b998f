import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Availability } from '../../api/contract';
import { usualYear } from '../../data';
import { link } from '../../router';
import { Part } from '../../screen';
import { t } from '../../text';

/** Frequent queries. */
@customElement('gk-examples')
export class Examples extends Part {
  @property({ attribute: false }) available!: Availability;

  override render() {
    const year = usualYear(this.available);
    return year === undefined ? nothing : this.links(String(year));
  }

  private links(year: string) {
    return html`<nav class="examples" aria-label=${t('常用查询', 'Frequent queries')}>
      <span class="muted">${t('常用查询', 'Frequent queries')}</span>
      ${examples(year).map(([name, query]) => html`<a href=${link('/explore', query)}>${name}</a>`)}
    </nav>`;
  }
}

function examples(year: string): Array<[string, Record<string, string>]> {
  return [
    [t('历年新收申请', 'Requests by year'), { figure: 'requests.newlyReceived', groupBy: 'year', stats: 'change' }],
    [
      t('各区划公开率', 'Disclosure rates of districts'),
      { figure: 'rates.disclosure', groupBy: 'district', year, orderBy: '-value', stats: 'rank' },
    ],
    [
      t('各类部门新收申请', 'Requests by category'),
      { figure: 'requests.newlyReceived', groupBy: 'category', year, orderBy: '-value', stats: 'share,median' },
    ],
    [
      t('不予公开的理由', 'Reasons for refusal'),
      { figure: 'requests.outcomes.refused', groupBy: 'figure', year, orderBy: '-value' },
    ],
    [
      t('申请最多的 20 个机关', 'The 20 agencies with most requests'),
      { figure: 'requests.newlyReceived', groupBy: 'agency', year, orderBy: '-value', limit: '20', stats: 'rank,share' },
    ],
    [
      t('申请人构成', 'Types of applicant'),
      { figure: 'requests.newlyReceived', groupBy: 'applicantType', year, orderBy: '-value', stats: 'share' },
    ],
  ];
}
