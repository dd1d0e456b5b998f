import { LitElement, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ApiError } from './api/client';
import { CHANGED, events, session } from './session';
import { t } from './text';
import './parts/problem';

/** An element without a shadow tree: it uses the styles of the page, and labels of one element can name another. */
export abstract class Part extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** A screen: what one address shows. */
export abstract class Screen extends Part {
  /** The parameters in the path of the address. */
  @property({ attribute: false }) parameters: Record<string, string> = {};

  /** The parameters in the query of the address. */
  @property({ attribute: false }) query = new URLSearchParams();

  protected parameter(name: string): string | undefined {
    return this.query.get(name) ?? undefined;
  }
}

/**
 * Loads data when what they depend on has changed. Shows what was loaded last until then, and an earlier answer never
 * replaces a later one.
 */
export class Loader<T> implements ReactiveController {
  value: T | undefined;
  error: ApiError | undefined;
  isPending = false;

  private key: string | undefined;
  private running: AbortController | undefined;

  /** Loads again, after a login, what was refused without one. */
  private readonly retry = (): void => {
    if (this.error?.status === 401 && session() !== undefined) {
      void this.reload();
    }
  };

  /**
   * @param host the element, which is rendered when something has changed
   * @param dependsOn returns what the data depend on; undefined if they are not needed
   * @param load loads them
   */
  constructor(
    private readonly host: LitElement,
    private readonly dependsOn: () => unknown,
    private readonly load: (signal: AbortSignal) => Promise<T>,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const wanted = this.dependsOn();
    const key = wanted === undefined ? undefined : JSON.stringify(wanted);
    if (key !== this.key) {
      this.key = key;
      void this.reload();
    }
  }

  hostConnected(): void {
    events.addEventListener(CHANGED, this.retry);
  }

  hostDisconnected(): void {
    events.removeEventListener(CHANGED, this.retry);
    this.running?.abort();
    this.running = undefined;
    this.key = undefined;
  }

  /** Loads the data again. */
  async reload(): Promise<void> {
    this.running?.abort();
    this.running = undefined;
    if (this.key === undefined) {
      this.value = undefined;
      this.isPending = false;
      return;
    }
    const mine = new AbortController();
    this.running = mine;
    this.isPending = true;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      const value = await this.load(mine.signal);
      if (this.running === mine) {
        this.value = value;
      }
    } catch (failed) {
      if (this.running === mine) {
        this.error = asApiError(failed);
      }
    } finally {
      if (this.running === mine) {
        this.isPending = false;
        this.host.requestUpdate();
      }
    }
  }

  /** Renders the data, or why they are missing. Data that are being replaced are marked as busy. */
  render(content: (value: T) => TemplateResult | typeof nothing): TemplateResult {
    if (this.error !== undefined) {
      return html`<gk-problem .error=${this.error} .retry=${() => this.reload()}></gk-problem>`;
    }
    if (this.value === undefined) {
      return html`<p class="loading" role="status">${t('正在读取…', 'Loading…')}</p>`;
    }
    return html`<div class="loaded" aria-busy=${this.isPending}>${content(this.value)}</div>`;
  }
}

/** Returns a failure as one of the API. Other failures are faults of the pages and are thrown. */
export function asApiError(failed: unknown): ApiError {
  if (failed instanceof ApiError) {
    return failed;
  }
  throw failed;
}
