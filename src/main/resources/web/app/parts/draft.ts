import { html, type TemplateResult } from 'lit';
import { t } from '../text';

/** What a reader changes in an entry. Only what was changed is kept, so that it can be put on top of a newer state. */
export class Draft<T extends object> {
  private changes: Partial<T> = {};

  constructor(public base: T) {}

  get value(): T {
    return { ...this.base, ...this.changes };
  }

  get isChanged(): boolean {
    return Object.keys(this.changes).length > 0;
  }

  set<K extends keyof T>(key: K, value: T[K]): void {
    if (isEqual(value ?? '', this.base[key] ?? '')) {
      delete this.changes[key];
    } else {
      this.changes[key] = value;
    }
  }

  has(key: keyof T): boolean {
    return key in this.changes;
  }

  /** Takes a newer state; what was entered stays. */
  rebase(newer: T): void {
    const entered = this.changes;
    this.base = newer;
    this.changes = {};
    for (const key of Object.keys(entered) as Array<keyof T>) {
      this.set(key, entered[key] as T[keyof T]);
    }
  }
}

/** Returns whether two values of the API have the same content. */
export const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A member that someone else has changed since the form was opened. */
export interface Difference {
  label: string;
  before: string;
  now: string;
}

/** Explains that someone else has changed the entry meanwhile. Nothing that was entered is lost. */
export function staleNotice(differences: Difference[], reload: () => void): TemplateResult {
  return html`<div class="notice" role="alert">
    <strong>${t('未保存：打开之后，他人已修改了这一条', 'Not saved: someone has changed this entry since you opened it')}</strong>
    <ul>
      ${differences.map(
        (one) => html`<li>${one.label}${t('：', ': ')}<del>${one.before || '—'}</del> → <ins>${one.now || '—'}</ins></li>`,
      )}
    </ul>
    <p>
      ${t(
        '载入最新内容后，您填写的内容仍然保留；请核对后再保存。',
        'What you have entered stays when you load the newest state. Check it, then save again.',
      )}
    </p>
    <button type="button" @click=${reload}>${t('载入最新内容', 'Load the newest state')}</button>
  </div>`;
}
