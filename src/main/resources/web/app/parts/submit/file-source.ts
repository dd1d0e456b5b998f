import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError, call } from '../../api/client';
import type { FormCatalogue } from '../../api/contract';
import { Loader, Part } from '../../screen';
import { number, t } from '../../text';
import { maximumOf } from '../number-text';
import { type Content, InexactNumberError, contentOfDocument, contentOfJson, parseReport } from './reading';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES: Record<string, string> = { htm: 'text/html', html: 'text/html', txt: 'text/plain', md: 'text/markdown', csv: 'text/csv', docx: DOCX };

/** Reads a report from a file, or from a copied text. Fires `content` with what was read. */
@customElement('gk-file-source')
export class FileSource extends Part {
  /** Whether the service reads documents for the session. */
  @property({ attribute: false }) canRead = false;

  /** The form of the chosen year. */
  @property({ attribute: false }) form!: FormCatalogue;

  /** The name of what is being read. */
  @state() private pending: string | undefined;
  @state() private error: ApiError | undefined;
  @state() private advice = '';
  @state() private isOver = false;
  @state() private text = '';

  /** The most bytes that a document may have. */
  private readonly limit = new Loader<number>(
    this,
    () => (this.canRead ? ['limit'] : undefined),
    async (signal) => (await call('getLimits', { signal })).bodies.document,
  );

  override render() {
    return html`<div class="drop ${this.isOver ? 'over' : ''}" @dragover=${this.dragged} @dragleave=${() => (this.isOver = false)} @drop=${this.dropped}>
        <label for="report-file">${t('选择文件，或者拖到这里', 'Choose a file, or drop it here')}</label>
        <input id="report-file" type="file" accept=".html,.htm,.mht,.mhtml,.pdf,.docx,.doc,.wps,.odt,.xlsx,.xls,.et,.ods,.csv,.md,.txt,.json" aria-describedby="file-help" @change=${this.chosen} />
        <p id="file-help" class="muted">
          ${this.canRead
            ? t('网页（HTML、MHTML）、有文字的 PDF、Word 或 WPS（DOCX、DOC）、表格（XLSX、XLS、CSV）、ODT、ODS、文本，或者本系统的 JSON。', 'A web page (HTML, MHTML), a PDF file with text, Word (DOCX, DOC), a workbook (XLSX, XLS, CSV), ODT, ODS, text, or JSON of this service.')
            : t('未登录时只能读取本系统的 JSON 文件。', 'Without a login, only JSON of this service can be read.')}
          ${this.limit.value === undefined ? nothing : t(`文件不超过 ${megabytes(this.limit.value)}。`, `At most ${megabytes(this.limit.value)}.`)}
        </p>
      </div>
      ${this.canRead ? this.pasting() : nothing}
      <div role="status">
        ${this.pending === undefined ? nothing : html`<p class="loading">${t(`正在读取“${this.pending}”…`, `Reading “${this.pending}”…`)}</p>`}
        ${this.advice === '' ? nothing : html`<p class="notice">${this.advice}</p>`}
      </div>
      ${this.error === undefined ? nothing : html`<gk-problem .error=${this.error}></gk-problem>`}`;
  }

  private pasting() {
    return html`<details>
      <summary>${t('从网页、Word 或 PDF 复制', 'Copy from a web page, Word or a PDF file')}</summary>
      <label for="report-text">${t('打开原文，全选、复制，粘贴在这里', 'Open the document, select and copy everything, and paste it here')}</label>
      <textarea id="report-text" rows="4" .value=${this.text} @paste=${this.pasted}
        @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}></textarea>
      <div class="actions">
        <button type="button" ?disabled=${this.text.trim() === ''} @click=${() => this.readText()}>${t('读取', 'Read')}</button>
      </div>
    </details>`;
  }

  private readonly dragged = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = true;
  };

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) {
      void this.readFile(file);
    }
  };

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file !== undefined) {
      void this.readFile(file);
    }
    input.value = '';
  };

  /** A copied table keeps its cells as HTML; text has lost their borders. */
  private readonly pasted = (event: ClipboardEvent): void => {
    const markup = event.clipboardData?.getData('text/html') ?? '';
    if (/<table/i.test(markup)) {
      event.preventDefault();
      void this.read(new Blob([markup]), 'text/html', t('复制的内容', 'copied text'));
    }
  };

  private readText(): void {
    void this.read(new Blob([this.text]), 'text/plain', t('复制的文字', 'copied text'));
  }

  private async readFile(file: File): Promise<void> {
    const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
    const advice = adviceOn(ending);
    if (advice !== undefined) {
      this.advice = advice;
    } else if (this.limit.value !== undefined && file.size > this.limit.value) {
      this.advice = t(`文件超过 ${megabytes(this.limit.value)}，没有读取。`, `The file is larger than ${megabytes(this.limit.value)}, and was not read.`);
    } else if (ending === 'json') {
      await this.attempt(file.name, async () => this.contentOfFile(await file.text()));
    } else {
      await this.read(file, TYPES[ending] ?? 'application/octet-stream', file.name);
    }
  }

  private read(body: Blob, type: string, name: string): Promise<void> {
    return this.attempt(name, async () => contentOfDocument(await call('readDocument', { query: { rendering: true }, body, headers: { 'Content-Type': type } }), name));
  }

  /** A report of another year may have another form, and may be filled in instead of the chosen one. */
  private async contentOfFile(text: string): Promise<Content> {
    const report = parseReport(text);
    const { year } = report.identity;
    const form = year === undefined || year === this.form.year ? this.form : await call('getForm', { path: { year } });
    return contentOfJson(report, form);
  }

  /** Reads a content, or shows why it cannot be read. */
  private async attempt(name: string, read: () => Promise<Content>): Promise<void> {
    this.pending = name;
    this.error = undefined;
    this.advice = '';
    try {
      this.done(await read());
    } catch (failed) {
      if (failed instanceof ApiError) {
        this.error = failed;
      } else {
        this.advice = adviceAfter(failed);
      }
    } finally {
      this.pending = undefined;
    }
  }

  private done(content: Content): void {
    this.dispatchEvent(new CustomEvent<Content>('content', { detail: content }));
  }
}

const MEGABYTE = 1024 * 1024;

const megabytes = (bytes: number): string => `${number(bytes / MEGABYTE, 1)} MB`;

/** Returns what is wrong with a file that could not be read. */
const adviceAfter = (failed: unknown): string =>
  failed instanceof InexactNumberError
    ? t(`文件中有数值过大（最大为 ${number(maximumOf(false))}）或者位数过多，没有读取。请更正文件中的数字。`, `A number in the file is too large (at most ${number(maximumOf(false))}) or has too many digits, and nothing was read. Correct it in the file.`)
    : t('这个文件不是本系统的报告（JSON），或者已经损坏。', 'This file is no report of this service in JSON, or it is damaged.');

/** Returns what to do with a kind of file that cannot be read; undefined if it can. */
function adviceOn(ending: string): string | undefined {
  return ending === 'rtf'
    ? t('请用 Word 或 WPS 打开，另存为 DOCX 后再选择。', 'Open it in a word processor, save it as DOCX, and choose that file.')
    : undefined;
}
