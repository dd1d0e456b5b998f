import { claimsOf } from './claims';
import { LoginError, endAddress, renew, type Metadata, type Provider, type Tokens } from './oidc';
import { session, type Grant } from './session';
import { language } from './text';

/** Tokens are renewed so long before they expire, in milliseconds. */
const MARGIN = 30_000;

/** The validity of a token if the provider does not name it as a positive number, in seconds. */
const ASSUMED_VALIDITY = 60;

/** The time between two renewals at least, in milliseconds: a provider may issue tokens that have expired already. */
const SHORTEST_WAIT = 5_000;

/** The time after which a provider that was out of reach is asked again. */
const PAUSE = 20_000;

/** A timer takes no longer times. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** The tokens of a login at the provider. They are in memory only, and are renewed as long as their session lasts. */
export class ProviderGrant implements Grant {
  readonly name: string | undefined;

  private tokens!: Tokens;
  private renewAt = 0;
  private renewal: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly provider: Provider,
    private readonly metadata: Metadata,
    tokens: Tokens,
  ) {
    const claims = claimsOf(tokens.id_token);
    this.name = claims?.name ?? claims?.preferred_username;
    this.take(tokens);
  }

  async token(): Promise<string> {
    if (Date.now() >= this.renewAt) {
      await this.renew();
    }
    return this.tokens.access_token;
  }

  end(): void {
    const address = endAddress(this.provider, this.metadata, this.tokens.id_token, `out.${language()}`);
    if (address !== undefined) {
      location.assign(address);
    }
  }

  /** Takes new tokens. A provider may leave out those that stay as they are. */
  private take(tokens: Partial<Tokens>): void {
    this.tokens = { ...this.tokens, ...tokens };
    const validity = validityOf(tokens.expires_in) * 1000;
    this.renewIn(Math.max(validity - Math.min(MARGIN, validity / 2), SHORTEST_WAIT));
  }

  private renewIn(time: number): void {
    this.renewAt = this.tokens.refresh_token === undefined ? Infinity : Date.now() + time;
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (this.renewAt !== Infinity) {
      this.timer = setTimeout(() => void this.awake(), Math.min(this.renewAt - Date.now(), LONGEST_WAIT));
    }
  }

  private async awake(): Promise<void> {
    const isOver = session()?.grant !== this;
    if (isOver || this.renewal !== undefined) {
      return;
    }
    if (Date.now() >= this.renewAt) {
      await this.renew();
    } else {
      this.wait();
    }
  }

  /** Renews the tokens, once for all that ask at the same time. */
  private renew(): Promise<void> {
    this.renewal ??= this.tryToRenew().finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  /** A login that the provider has ended is not renewed: the service then refuses the token that has expired. */
  private async tryToRenew(): Promise<void> {
    try {
      this.take(await renew(this.provider, this.metadata, this.tokens.refresh_token as string));
    } catch (failed) {
      if (!(failed instanceof LoginError)) {
        throw failed;
      }
      if (failed.code === 'invalid_grant') {
        delete this.tokens.refresh_token;
      }
      this.renewIn(PAUSE);
    }
  }
}

/** Returns the validity that the provider names, in seconds. */
const validityOf = (seconds: unknown): number =>
  typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : ASSUMED_VALIDITY;
