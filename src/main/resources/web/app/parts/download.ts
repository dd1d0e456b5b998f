import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { download } from '../api/client';
import { withHeads } from '../csv';
import { Part } from '../screen';
import { t } from '../text';
import { Action } from './action';

const TYPES = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Downloads an answer with the token of the reader, which a link could not send. */
@customElement('gk-download')
export class Download extends Part {
  /** The address of the answer, with its format. */
  @property({ attribute: false }) address = '';
  @property({ attribute: false }) format: keyof typeof TYPES = 'csv';
  /** The name of the file, if the service names none. */
  @property({ attribute: false }) file = '';
  @property({ attribute: false }) label = '';
  /** Returns the head of a column of a CSV file; undefined for those of the service. */
  @property({ attribute: false }) headOf: ((column: string) => string) | undefined;

  private readonly action = new Action(this);

  override render() {
    return html`<button type="button" aria-disabled=${this.action.isPending} @click=${this.start}>
        ${this.action.isPending ? t('正在下载…', 'Downloading…') : this.label}
      </button>
      ${this.action.render()}`;
  }

  private start(): void {
    void this.action.run(async () => {
      const { blob, name } = await download(this.address, TYPES[this.format]);
      save(this.headOf === undefined ? blob : await withHeads(blob, this.headOf), name ?? this.file);
    });
  }
}

/** Saves data as a file of the reader. */
export function save(blob: Blob, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  // Some browsers read the data only after the click.
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}
