import type { LitElement, ReactiveController } from 'lit';
import { ApiError, call } from '../../api/client';
import type { EventEntry, EventOrder } from '../../api/contract';
import { asApiError } from '../../screen';
import { RegistryNames } from './registry-names';

const PART = 1000;
/** Events that are read without being asked: a log of years would fill the memory of the page. */
const AT_ONCE = 20_000;
const GONE = 410;

/** Reads the audit log in parts, from its newest or its oldest event on. */
export class LogReader implements ReactiveController {
  /** The events that were read, in the order of reading. */
  events: EventEntry[] = [];
  readonly names: RegistryNames;
  order: EventOrder = 'desc';
  isReading = false;
  /** Whether all events up to now have been read. */
  isComplete = false;
  error: ApiError | undefined;

  private after: string | undefined;
  private running: AbortController | undefined;

  /** @param isEnough tells whether the screen can show what it is asked for, and reading may end */
  constructor(
    private readonly host: LitElement,
    private readonly isEnough: () => boolean,
  ) {
    host.addController(this);
    this.names = new RegistryNames(host);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Reads from the first event in an order on. What was read in this order is shown until then. */
  begin(order: EventOrder): Promise<void> {
    if (order !== this.order) {
      this.events = [];
    }
    this.order = order;
    this.after = undefined;
    return this.readWhile(() => !this.isEnough());
  }

  /** Reads on until the screen has enough. */
  continue(): Promise<void> {
    return this.isReading || this.isComplete || this.isEnough() ? Promise.resolve() : this.readWhile(() => !this.isEnough());
  }

  /** Reads on, whatever the screen shows; or, if everything was read, the events that are new. */
  read(): Promise<void> {
    return this.isComplete && this.order === 'desc' ? this.begin('desc') : this.readWhile(() => true);
  }

  private async readWhile(isWanted: () => boolean): Promise<void> {
    this.stop();
    const mine = new AbortController();
    this.running = mine;
    this.isReading = true;
    this.isComplete = false;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      let parts = 0;
      do {
        await this.readPart(mine);
        parts += 1;
      } while (!this.isComplete && isWanted() && parts * PART < AT_ONCE);
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
    const { after, order } = this;
    const part = await call('listEvents', { query: { limit: PART, order, ...(after === undefined ? {} : { after }) }, signal: mine.signal });
    this.events = after === undefined ? part.items : [...this.events, ...part.items];
    this.names.learn(part.items, order);
    this.after = part.next;
    this.isComplete = part.items.length < PART;
    this.host.requestUpdate();
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

  /** Forgets what was read, and reads again. */
  restart(): void {
    this.events = [];
    this.names.forget();
    void this.begin(this.order);
  }
}
