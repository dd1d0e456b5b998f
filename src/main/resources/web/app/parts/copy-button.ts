import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Part } from '../screen';
import { t } from '../text';

const SHOWN_MS = 3000;

/** Copies a text, and says so. */
@customElement('gk-copy-button')
export class CopyButton extends Part {
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) text = '';

  @state() private outcome = '';

  override render() {
    return html`<button type="button" @click=${this.copy}>${this.label}</button>
      <span class="muted" role="status">${this.outcome}</span>`;
  }

  private async copy(): Promise<void> {
    const isCopied = await copyText(this.text);
    this.outcome = isCopied ? t('已复制', 'Copied') : t('浏览器不允许复制', 'The browser does not allow copying');
    setTimeout(() => (this.outcome = ''), SHOWN_MS);
  }
}

/** The clipboard is available on HTTPS only; a closed network may have none. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  (before as HTMLElement | null)?.focus();
  return isCopied;
}
