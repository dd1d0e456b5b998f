import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { ApiError } from '../api/client';
import type { Finding } from '../api/contract';
import { asApiError } from '../screen';
import './problem';

/** A change that the reader makes: one at a time, and why the last one failed. */
export class Action implements ReactiveController {
  isPending = false;
  error: ApiError | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.error = undefined;
  }

  async run(work: () => Promise<void>): Promise<void> {
    if (this.isPending) {
      return;
    }
    this.isPending = true;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      await work();
    } catch (failed) {
      this.error = asApiError(failed);
    } finally {
      this.isPending = false;
      this.host.requestUpdate();
    }
    await this.host.updateComplete;
    this.host.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  /** Returns the findings on a member of the body that was refused. */
  findingsAt(...pointers: string[]): Finding[] {
    return this.error?.problem?.findings?.filter((one) => pointers.some((pointer) => isAt(one, pointer))) ?? [];
  }

  /** Renders why the change failed; findings that no field shows are listed. */
  render(shown: string[] = []): TemplateResult | typeof nothing {
    if (this.error === undefined) {
      return nothing;
    }
    const others = this.error.problem?.findings?.filter((one) => !shown.some((pointer) => isAt(one, pointer))) ?? [];
    return html`<gk-problem .error=${this.error}></gk-problem>
      ${others.length === 0
        ? nothing
        : html`<ul class="findings">
            ${others.map((one) => html`<li>${one.cell ?? one.pointer}: ${one.message}</li>`)}
          </ul>`}`;
  }
}

function isAt(finding: Finding, pointer: string): boolean {
  return finding.pointer === pointer || finding.pointer.startsWith(`${pointer}/`);
}
