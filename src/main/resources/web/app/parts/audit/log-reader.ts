import type { LitElement, ReactiveController } from 'lit';
import { ApiError, call } from '../../api/client';
import type { EventEntry } from '../../api/contract';
import { asApiError } from '../../screen';

const PART = 1000;
/** Events that are read without being asked: a log of years would fill the memory of the page. */
const AT_ONCE = 20_000;
const GONE = 410;

/** The names of registered entries, by their paths below /api/v1/: the log has them all. */
export type Names = Map<string, string>;

/**
 * Reads the audit log. The service lists it from the oldest event on, so the newest ones are known when all of it has been
 * read.
 */
export class LogReader implements ReactiveController {
  events: EventEntry[] = [];
  names: Names = new Map();
  isReading = false;
  /** Whether all events up to now have been read. */
  isComplete = false;
  error: ApiError | undefined;

  private after: string | undefined;
  private running: AbortController | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Reads on from where the last reading ended. */
  async read(): Promise<void> {
    this.stop();
    const mine = new AbortController();
    this.running = mine;
    this.isReading = true;
    this.isComplete = false;
    this.error = undefined;
    this.host.requestUpdate();
    const limit = this.events.length + AT_ONCE;
    try {
      while (!this.isComplete && this.events.length < limit) {
        await this.readPart(mine);
      }
    } catch (failed) {
      if (!mine.signal.aborted) {
        this.error = asApiError(failed);
      }
    }
    if (this.running === mine) {
      this.isReading = false;
      this.host.requestUpdate();
    }
  }

  private async readPart(mine: AbortController): Promise<void> {
    const query = { limit: PART, ...(this.after === undefined ? {} : { after: this.after }) };
    const part = await call('listEvents', { query, signal: mine.signal });
    this.events = [...this.events, ...part.items];
    part.items.forEach((event) => this.learn(event));
    this.after = part.next;
    this.isComplete = part.items.length < PART;
    this.host.requestUpdate();
  }

  private learn(event: EventEntry): void {
    const name = event.after?.name;
    if (typeof name === 'string') {
      this.names.set(event.subject, name);
    }
  }

  stop(): void {
    this.running?.abort();
    this.running = undefined;
    this.isReading = false;
    this.host.requestUpdate();
  }

  /** Whether the database was restored to an earlier state: what was read may not have happened. */
  get isOutdated(): boolean {
    return this.error?.status === GONE;
  }

  /** Forgets what was read, and reads from the beginning. */
  restart(): void {
    this.events = [];
    this.names = new Map();
    this.after = undefined;
    void this.read();
  }
}
