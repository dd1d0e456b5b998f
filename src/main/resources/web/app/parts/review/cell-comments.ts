import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CellComment } from '../../api/contract';
import { Part } from '../../screen';
import { number, t } from '../../text';

/** The most comments that a decision can carry. */
const MAX_COMMENTS = 200;

/** A place of the report that a comment can be about. */
export interface Place {
  pointer: string;
  name: string;
}

/**
 * Comments at cells and sections of a report, to write.
 *
 * Fires `comments` with all comments after a change.
 */
@customElement('gk-cell-comments')
export class CellComments extends Part {
  @property({ attribute: false }) places: Place[] = [];
  @property({ attribute: false }) comments: CellComment[] = [];

  @state() private isUnknown = false;

  override render() {
    const count = this.comments.length;
    return html`<fieldset class="cell-comments">
      <legend>${t(`各处意见（可不填，已写 ${number(count)} 处）`, `Comments at cells (optional; ${number(count)} so far)`)}</legend>
      ${this.comments.map((comment, index) => this.comment(comment, index))}
      ${count === MAX_COMMENTS ? nothing : this.adding()}
    </fieldset>`;
  }

  private comment({ pointer, comment }: CellComment, index: number) {
    const id = `cell-comment-${index}`;
    const name = this.places.find((place) => place.pointer === pointer)?.name ?? pointer;
    return html`<div class="cell-comment">
      <label for=${id}>${name}</label>
      <textarea id=${id} rows="2" maxlength="2000" .value=${comment}
        @input=${(event: Event) => this.change(index, (event.target as HTMLTextAreaElement).value)}></textarea>
      <button type="button" aria-label=${t(`删除“${name}”的意见`, `Remove the comment at ${name}`)} @click=${() => this.discard(index)}>
        ${t('删除', 'Remove')}</button>
    </div>`;
  }

  private adding() {
    return html`<div class="cell-comment-new">
      <label for="cell-comment-place">${t('单元格或部分', 'Cell or section')}</label>
      <input id="cell-comment-place" list="cell-comment-places" autocomplete="off" aria-invalid=${this.isUnknown ? 'true' : nothing}
        aria-describedby=${this.isUnknown ? 'cell-comment-unknown' : nothing} @input=${() => (this.isUnknown = false)} @keydown=${this.typed} />
      <datalist id="cell-comment-places">${this.places.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
      <button type="button" @click=${this.add}>${t('添加', 'Add')}</button>
      ${this.isUnknown ? html`<p id="cell-comment-unknown" role="alert">${t('请从列表中选择一处。', 'Choose a place of the list.')}</p>` : nothing}
    </div>`;
  }

  private readonly typed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      this.add();
    }
  };

  private readonly add = (): void => {
    const input = this.querySelector<HTMLInputElement>('#cell-comment-place') as HTMLInputElement;
    const place = this.places.find(({ name }) => name === input.value.trim());
    this.isUnknown = place === undefined;
    if (place === undefined) {
      input.focus();
      return;
    }
    input.value = '';
    this.fire([...this.comments, { pointer: place.pointer, comment: '' }]);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#cell-comment-${this.comments.length - 1}`)?.focus());
  };

  private change(index: number, text: string): void {
    this.fire(this.comments.map((one, i) => (i === index ? { ...one, comment: text } : one)));
  }

  private discard(index: number): void {
    this.fire(this.comments.filter((_, i) => i !== index));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#cell-comment-place')?.focus());
  }

  private fire(comments: CellComment[]): void {
    this.comments = comments;
    this.dispatchEvent(new CustomEvent<CellComment[]>('comments', { detail: comments }));
  }
}
