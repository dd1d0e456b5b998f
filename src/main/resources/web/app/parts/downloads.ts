import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { download } from '../api/client';
import type { DocumentFormat } from '../api/contract';
import { Part } from '../screen';
import { session } from '../session';
import { t } from '../text';
import { Action } from './action';
import { save } from './download';

const FORMATS: Array<{ format: DocumentFormat; label: () => string }> = [
  { format: 'html', label: () => t('网页', 'Web page') },
  { format: 'docx', label: () => 'Word' },
  { format: 'pdf', label: () => 'PDF' },
  { format: 'xlsx', label: () => 'Excel' },
  { format: 'json', label: () => 'JSON' },
];

/** Links to a document in all formats. With a session, they are fetched with its token, which a link cannot send. */
@customElement('gk-downloads')
export class Downloads extends Part {
  /** Returns the address of the document in a format. */
  @property({ attribute: false }) address!: (format: DocumentFormat) => string;
  /** The name of the file, without extension, if the service gives none. */
  @property({ attribute: false }) name = '';

  private readonly action = new Action(this);

  override render() {
    return html`<div class="actions" role="group" aria-label=${t('下载', 'Downloads')}>
        ${FORMATS.map(({ format, label }) => this.link(format, label()))}
      </div>
      ${this.action.render()}`;
  }

  private link(format: DocumentFormat, label: string) {
    const isPage = format === 'html';
    return html`<a class="button" href=${this.address(format)} target=${isPage ? '_blank' : nothing} rel=${isPage ? 'noopener' : nothing}
      ?download=${!isPage} @click=${(event: Event) => this.follow(event, format)}>${label}</a>`;
  }

  private follow(event: Event, format: DocumentFormat): void {
    if (session() === undefined) {
      return;
    }
    event.preventDefault();
    void this.action.run(async () => {
      const { blob, name } = await download(this.address(format), '*/*');
      save(blob, name ?? `${this.name}.${format}`);
    });
  }
}
