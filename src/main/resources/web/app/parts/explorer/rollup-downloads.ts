import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { download, type ApiError } from '../../api/client';
import type { RollUp } from '../../api/contract';
import { withHeads } from '../../csv';
import { Part, asApiError } from '../../screen';
import type { Session } from '../../session';
import { t } from '../../text';
import '../copy-button';
import { save } from '../download';
import { addressOf } from './query';
import { columnName } from './words';

interface Format {
  name: string;
  extension: string;
  mediaType: string;
  parameters: Record<string, string>;
  /** The parameters that the format has no place for. */
  without: string[];
}

const FORMATS: Format[] = [
  {
    name: 'CSV',
    extension: 'csv',
    mediaType: 'text/csv',
    parameters: { format: 'csv', bom: 'true', labels: 'both' },
    without: [],
  },
  {
    name: 'XLSX',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    parameters: { format: 'xlsx', labels: 'both' },
    without: [],
  },
  {
    name: 'JSON-stat',
    extension: 'json',
    mediaType: 'application/vnd.json-stat+json',
    parameters: { format: 'jsonstat' },
    without: ['stats'],
  },
];
const ALL_ROWS: Format = {
  name: 'NDJSON',
  extension: 'ndjson',
  mediaType: 'application/x-ndjson',
  parameters: { format: 'ndjson' },
  without: ['stats', 'orderBy', 'limit'],
};

/** The answer as files, and the address of the page. */
@customElement('gk-rollup-downloads')
export class RollUpDownloads extends Part {
  @property({ attribute: false }) query = new URLSearchParams();
  /** The answer in the table; undefined if it has too many rows, which only NDJSON has no limit of. */
  @property({ attribute: false }) rollUp: RollUp | undefined;
  @property({ attribute: false }) reader: Session | undefined;

  @state() private error: ApiError | undefined;
  @state() private pending: string | undefined;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query')) {
      this.error = undefined;
    }
  }

  override render() {
    const formats = [...(this.rollUp === undefined ? [] : FORMATS), ALL_ROWS];
    return html`<div class="actions downloads">
        <span class="muted">${t('下载', 'Download')}</span>
        ${formats.map((format) => this.link(format))}
        <gk-copy-button .label=${t('复制链接', 'Copy link')} .text=${location.href}></gk-copy-button>
        <button type="button" @click=${() => print()}>${t('打印', 'Print')}</button>
      </div>
      ${ALL_ROWS.without.some((name) => this.query.has(name))
        ? html`<p class="muted">
            ${t(
              'JSON-stat 不含统计量；NDJSON 为全部各行，不排序，不含统计量。',
              'JSON-stat has no statistics. NDJSON has all rows, in no order and without statistics.',
            )}
          </p>`
        : nothing}
      <p class="muted" role="status" ?hidden=${this.pending === undefined}>
        ${t(`正在下载 ${this.pending}…`, `Downloading ${this.pending}…`)}
      </p>
      ${this.error === undefined ? nothing : html`<gk-problem .error=${this.error}></gk-problem>`}`;
  }

  /** A link, so that its address can be copied. NDJSON without a token is left to the browser: it may be very long. */
  private link(format: Format) {
    const address = addressOf(this.query, format.parameters, format.without);
    const isLeft = format === ALL_ROWS && this.reader === undefined;
    return html`<a class="button" href=${address} download=${this.fileName(format)}
      aria-label=${t(`下载 ${format.name}`, `Download ${format.name}`)}
      @click=${isLeft ? nothing : (event: MouseEvent) => this.clicked(event, format, address)}>${format.name}</a>`;
  }

  private fileName({ extension }: Format): string {
    const figures = this.rollUp?.figures ?? [];
    const groups = this.rollUp?.groupBy.join('-') ?? '';
    const what = figures.length === 1 ? figures[0] : 'statistics';
    return `${what}${groups === '' ? '' : `-by-${groups}`}${this.rollUp === undefined ? '' : `-v${this.rollUp.dataVersion}`}.${extension}`;
  }

  /** Sends the token and the language, which a link cannot, and shows a refusal. */
  private async clicked(event: MouseEvent, format: Format, address: string): Promise<void> {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    this.pending = format.name;
    this.error = undefined;
    try {
      const { blob, name } = await download(address, format.mediaType);
      save(format.extension === 'csv' ? await withHeads(blob, columnName) : blob, name ?? this.fileName(format));
    } catch (failed) {
      this.error = asApiError(failed);
    } finally {
      this.pending = undefined;
    }
  }
}
