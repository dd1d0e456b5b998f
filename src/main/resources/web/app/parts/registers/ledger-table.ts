import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CarryOverEntry, CodeEntry } from '../../api/contract';
import { who } from '../../revisions';
import { link } from '../../router';
import { Part } from '../../screen';
import { moment, number, signed, t } from '../../text';
import { chinese } from '../chinese';
import { applicantName, changeInWords, ledgerStatusClass, ledgerStatusName, obstacleName } from './ledger-words';

/** Neighbours of one report that differ only in the type of applicant. */
type Line = CarryOverEntry[];

/** The lines of the ledger, below the agency that they belong to. */
@customElement('gk-ledger-table')
export class LedgerTable extends Part {
  @property({ attribute: false }) entries: CarryOverEntry[] = [];
  @property({ attribute: false }) applicantTypes: CodeEntry[] = [];

  /** The roles stay those of a table where the lines are stacked. */
  override render() {
    const columns: Array<[name: string, style: string]> = [
      [t('年度', 'Year'), ''],
      [t('申请人类型', 'Type of applicant'), ''],
      [t('上年结转下年度（四）', 'Carried forward last year (四)'), 'number'],
      [t('本年上年结转（二）', 'Carried over (二)'), 'number'],
      [t('差额', 'Difference'), 'number'],
      [t('比对结果、说明', 'Result and explanation'), ''],
    ];
    return html`<div class="scroll">
      <table class="wide stacked" role="table" aria-label=${t('结转台账', 'Carry-over ledger')}>
        <thead role="rowgroup">
          <tr role="row">${columns.map(([name, style]) => html`<th role="columnheader" scope="col" class=${style}>${name}</th>`)}</tr>
        </thead>
        ${runs(this.entries, isSameAgency).map((one) => this.agency(one))}
      </table>
    </div>`;
  }

  private agency(entries: CarryOverEntry[]) {
    const { agency, district, category } = entries[0] as CarryOverEntry;
    return html`<tbody role="rowgroup">
      <tr role="row" class="group">
        <th role="rowheader" scope="rowgroup" colspan="6">
          <a href=${link(`/agencies/${agency.code}`)}>${chinese(agency.name)}</a>
          <span class="second">${chinese(district.name)} · ${chinese(category.name)} · ${agency.code}</span>
        </th>
      </tr>
      ${runs(entries, isSameLine).map((one) => this.line(one))}
    </tbody>`;
  }

  private line(line: Line) {
    const one = line[0] as CarryOverEntry;
    const types = line.map(({ applicantType }) => applicantName(applicantType, this.applicantTypes));
    const isDifferent = one.status === 'DIFFERENT' || one.status === 'EXPLAINED';
    return html`<tr role="row" class=${isDifferent ? 'different' : ''}>
      <td role="cell"><a href=${link(`/agencies/${one.agency.code}/${one.year}`)}>${one.year}</a></td>
      <td role="cell">${types.length > this.applicantTypes.length ? t('各类申请人', 'All types') : types.join(t('、', ', '))}</td>
      <td role="cell" class="number" data-label=${t('上年结转下年度（四）', 'Carried forward last year (四)')}>${number(one.carriedForward)}</td>
      <td role="cell" class="number" data-label=${t('本年上年结转（二）', 'Carried over (二)')}>${number(one.carriedOver)}</td>
      <td role="cell" class="number difference" data-label=${t('差额', 'Difference')}>${signed(one.difference)}</td>
      <td role="cell">
        <span class=${ledgerStatusClass(one.status)}>${ledgerStatusName(one.status)}</span>
        ${one.obstacle === undefined ? nothing : obstacleName(one.obstacle)}
        ${sources(one)} ${explanation(one)} ${history(one)}
      </td>
    </tr>`;
  }
}

/** Puts neighbours together that belong together, in their order. */
function runs(entries: CarryOverEntry[], isSame: (one: CarryOverEntry, other: CarryOverEntry) => boolean): CarryOverEntry[][] {
  return entries.reduce<CarryOverEntry[][]>((found, one) => {
    const last = found.at(-1);
    if (last !== undefined && isSame(last[0] as CarryOverEntry, one)) {
      last.push(one);
      return found;
    }
    return [...found, [one]];
  }, []);
}

const isSameAgency = (one: CarryOverEntry, other: CarryOverEntry): boolean => one.agency.code === other.agency.code;

/** Differences are of interest one by one. */
const isSameLine = (one: CarryOverEntry, other: CarryOverEntry): boolean =>
  (one.status === 'EQUAL' || one.status === 'NOT_COMPARED') && contentOf(one) === contentOf(other);

const contentOf = ({ applicantType: _type, pointer: _pointer, ...content }: CarryOverEntry): string => JSON.stringify(content);

/** Tells where last year's value comes from, unless it is the agency alone. */
const sources = ({ agency, sources: codes }: CarryOverEntry) =>
  codes.every((code) => code === agency.code)
    ? nothing
    : html`<div class="second">${t('上年数取自', 'last year’s value is from')} ${codes.join(t('、', ', '))}</div>`;

const explanation = ({ explanation: given }: CarryOverEntry) =>
  given === undefined ? nothing : html`<div><q>${given.reason}</q><span class="second">${who(given.by)} ${moment(given.at)}</span></div>`;

const history = (one: CarryOverEntry) =>
  one.history.length === 0
    ? nothing
    : html`<details>
        <summary>${t('变动记录', 'History')}<span class="visually-hidden"> ${one.year} ${one.applicantType}</span></summary>
        <ul>${one.history.map((change) => html`<li>${changeInWords(change, one)}</li>`)}</ul>
      </details>`;
