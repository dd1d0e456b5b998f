/** The login at the identity provider: in this window, or in another one beside the page. */

import { isObject } from './claims';
import { ProviderGrant } from './grant';
import { LoginError, metadataOf, redeem, request, type Metadata, type Pending, type Provider } from './oidc';
import { begin } from './session';
import { language, languageTag } from './text';

/** The place for what must outlast the way to the provider and back. It holds no token. */
const KEY = 'gongkai.login';

const CHANNEL = 'gongkai.login';

/** A login for which the reader has left a page. */
export interface Departure extends Pending {
  /** The address of the page. */
  address: string;
}

let waiting: BroadcastChannel | undefined;

/**
 * Leaves the page for the provider, which sends the reader back to the page.
 *
 * @param address the page to show after the login
 */
export async function logIn(provider: Provider, address: string): Promise<void> {
  const metadata = await metadataOf(provider);
  const sent = await request(provider, metadata, `page.${language()}`, languageTag());
  const departure: Departure = { ...sent.pending, address };
  sessionStorage.setItem(KEY, JSON.stringify(departure));
  location.assign(sent.address);
}

/** Returns the login for which the reader has left a page, once; undefined if there is none, or it cannot be read. */
export function takeDeparture(): Departure | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    sessionStorage.removeItem(KEY);
    return isDeparture(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

const isDeparture = (stored: unknown): stored is Departure =>
  isObject(stored) && ['state', 'nonce', 'verifier', 'address'].every((name) => typeof stored[name] === 'string');

/** Completes a login after the return from the provider. */
export async function completeLogin(
  provider: Provider,
  departure: Departure | undefined,
  answer: URLSearchParams,
): Promise<void> {
  if (departure === undefined) {
    throw new LoginError('unexpected');
  }
  await accept(provider, await metadataOf(provider), departure, answer);
}

/** Opens the provider in a window of its own, so that the page keeps what was entered. */
export async function logInBeside(provider: Provider): Promise<void> {
  const beside = open('', KEY, 'popup,width=520,height=680');
  if (beside === null) {
    throw new LoginError('blocked');
  }
  try {
    const metadata = await metadataOf(provider);
    const sent = await request(provider, metadata, `window.${language()}`, languageTag());
    beside.location.href = sent.address;
    const answer = await answerOf(sent.pending);
    await accept(provider, metadata, sent.pending, answer);
  } catch (failed) {
    beside.close();
    throw failed;
  }
}

/** Hands the answer of the provider to the page that has opened this window, and closes the window. */
export function handOver(answer: URLSearchParams): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(answer.toString());
  channel.close();
  close();
}

function answerOf(pending: Pending): Promise<URLSearchParams> {
  waiting?.close();
  const channel = new BroadcastChannel(CHANNEL);
  waiting = channel;
  return new Promise((resolve) => {
    channel.onmessage = (message: MessageEvent<string>) => {
      const answer = new URLSearchParams(message.data);
      if (answer.get('state') === pending.state) {
        channel.close();
        resolve(answer);
      }
    };
  });
}

async function accept(
  provider: Provider,
  metadata: Metadata,
  pending: Pending,
  answer: URLSearchParams,
): Promise<void> {
  const tokens = await redeem(provider, metadata, pending, answer);
  begin(tokens.access_token, new ProviderGrant(provider, metadata, tokens));
}
