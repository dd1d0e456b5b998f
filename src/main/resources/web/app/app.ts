import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { actorName, agencyOf } from './actors';
import { call } from './api/client';
import { landing } from './landing';
import { entries } from './navigation';
import { NAVIGATED, events, followLinks, link, navigate, routeOf, setQuery, type Route } from './router';
import { CHANGED, LOGIN, end, events as sessionEvents, session, type Session } from './session';
import { followAddress, language, t } from './text';
import { Loader, type Screen } from './screen';
import './parts/login';
import { draftsOfSession } from './parts/logout';

/** The frame around all screens: heading, navigation, language and session. */
@customElement('gk-app')
export class App extends LitElement {
  @state() private screen: Screen | undefined;
  @state() private isLoginOpen = false;
  @state() private isExpired = false;
  /** Whether the reader is asked about drafts before the logout. */
  @state() private isLeaving = false;
  /** Whether the script of the screen is missing: the connection is lost, or the service has another version now. */
  @state() private isUnloadable = false;

  private route: Route | undefined;
  private loads = 0;

  /** The agency that the session is of. */
  private readonly agency = new Loader<{ code: string; name: string }>(
    this,
    () => ownCode(),
    async (signal) => {
      const code = ownCode() as string;
      return { code, name: (await call('getAgency', { path: { code }, signal })).name };
    },
  );

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    followAddress();
    followLinks(document);
    events.addEventListener(NAVIGATED, () => void this.follow(true));
    sessionEvents.addEventListener(CHANGED, (event) => this.sessionChanged((event as CustomEvent<string>).detail));
    sessionEvents.addEventListener(LOGIN, () => (this.isLoginOpen = true));
    void this.follow(false);
  }

  /** Shows the screen of the address. The same screen stays when only the query has changed: it keeps focus and input. */
  private async follow(isNavigation: boolean): Promise<void> {
    const hasOtherLanguage = followAddress();
    const found = routeOf(location.pathname);
    if (found === undefined) {
      this.route = undefined;
      this.screen = undefined;
      this.requestUpdate();
      return;
    }
    const isSame = found.route === this.route && this.screen !== undefined && !hasOtherLanguage;
    if (!isSame && !(await this.load(found.route))) {
      return;
    }
    const screen = this.screen as Screen;
    screen.parameters = found.parameters;
    screen.query = new URLSearchParams(location.search);
    document.title = `${found.route.title()} · ${t('政府信息公开工作年度报告', 'Annual reports on government information disclosure')}`;
    this.requestUpdate();
    if (isNavigation && !isSame) {
      await this.updateComplete;
      scrollTo(0, 0);
      await screen.updateComplete;
      this.querySelector<HTMLElement>('main h1')?.focus();
    }
  }

  /** Makes the screen of a route. Returns false if it cannot be loaded, or if the reader has gone on meanwhile. */
  private async load(route: Route): Promise<boolean> {
    const mine = ++this.loads;
    try {
      await route.load();
      this.isUnloadable = false;
    } catch {
      this.isUnloadable = mine === this.loads;
    }
    if (this.isUnloadable || mine !== this.loads) {
      return false;
    }
    this.route = route;
    this.screen = document.createElement(route.tag) as Screen;
    return true;
  }

  private sessionChanged(detail: string): void {
    const isReturn = this.isExpired;
    this.isExpired = detail === 'expired';
    this.isLoginOpen = this.isExpired;
    this.isLeaving = false;
    this.screen?.requestUpdate();
    this.requestUpdate();
    if (detail === 'begun' && !isReturn) {
      land();
    } else if (detail === 'ended') {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.tools button:last-of-type')?.focus());
    }
  }

  override render() {
    return html`<a class="skip" href="#content">${t('跳到内容', 'Skip to the content')}</a>
      <header class="masthead">
        <a class="brand" href=${link('/')}>${t('政府信息公开工作年度报告', 'Annual reports on disclosure')}</a>
        ${keyed(language(), this.navigation())} ${this.tools()}
      </header>
      ${this.isLoginOpen
        ? html`<gk-login .isExpired=${this.isExpired} @close=${() => (this.isLoginOpen = false)}></gk-login>`
        : nothing}
      ${this.isLeaving ? html`<gk-logout @close=${() => (this.isLeaving = false)}></gk-logout>` : nothing}
      <main id="content" tabindex="-1">
        ${this.isUnloadable ? this.unloadable() : nothing} ${this.screen ?? this.notFound()}
      </main>
      <footer>
        <a href="/q/swagger-ui/">${t('接口文档', 'API')}</a>
        <a href="/q/openapi">${t('接口契约（OpenAPI）', 'Contract (OpenAPI)')}</a>
      </footer>`;
  }

  private navigation() {
    return html`<nav aria-label=${t('主导航', 'Main')}>
      ${entries(this.route).map(
        (one) => html`<a href=${link(one.address)} aria-current=${one.isCurrent ? 'page' : nothing}>${one.title}</a>`,
      )}
    </nav>`;
  }

  private tools() {
    const reader = session();
    return html`<div class="tools">
      <button type="button" lang=${language() === 'en' ? 'zh-CN' : 'en'} @click=${changeLanguage}>
        ${language() === 'en' ? '中文' : 'English'}
      </button>
      ${reader === undefined
        ? this.loginButton()
        : html`<span class="reader">
              ${reader.isSandbox ? html`<strong class="status warn">${t('测试', 'Sandbox')}</strong>` : nothing}
              ${this.readerName(reader)}
            </span>
            <button type="button" @click=${this.logOut}>${t('退出', 'Log out')}</button>`}
    </div>`;
  }

  private readonly logOut = (): void => {
    if (draftsOfSession().length > 0) {
      this.isLeaving = true;
    } else {
      end();
    }
  };

  /** Returns a name for people: for a token that an agency has got from the office, its name instead of its code. */
  private readerName({ name }: Session): string {
    const code = ownCode();
    const isCode = code !== undefined && (agencyOf(name) ?? name) === code;
    return isCode && this.agency.value?.code === code ? this.agency.value.name : actorName(name);
  }

  /** The screen for the login needs no button that asks for it. */
  private loginButton() {
    return this.route?.tag === 'gk-login-screen'
      ? nothing
      : html`<button type="button" @click=${() => (this.isLoginOpen = true)}>${t('登录', 'Log in')}</button>`;
  }

  private unloadable() {
    return html`<div class="problem" role="alert">
      <strong>${t('无法打开这个页面', 'The page cannot be opened')}</strong>
      <p>
        ${t(
          '网络中断，或系统已经更新。请重试；仍然不能打开的，请刷新。刷新后需要重新登录，填报草稿不会丢失。',
          'The connection is lost, or the service was upgraded. Try again; if that does not help, reload. You will have to log in again; drafts of reports are kept.',
        )}
      </p>
      <button type="button" @click=${() => this.follow(true)}>${t('重试', 'Try again')}</button>
      <button type="button" @click=${() => location.reload()}>${t('刷新', 'Reload')}</button>
    </div>`;
  }

  private notFound() {
    return this.route === undefined && routeOf(location.pathname) === undefined
      ? html`<h1 tabindex="-1">${t('没有这个页面', 'No such page')}</h1>
          <p><a href=${link('/')}>${t('回到总览', 'Back to the overview')}</a></p>`
      : nothing;
  }
}

/** Returns the code of the agency that the session is of, if it is of one. */
const ownCode = (): string | undefined => (session()?.agencies.length === 1 ? session()?.agencies[0] : undefined);

/** Goes on from the overview to what the reader has logged in for. */
function land(): void {
  const here = location.pathname + location.search;
  const there = landing(here);
  if (there !== here) {
    navigate(there);
  }
}

function changeLanguage(): void {
  setQuery({ lang: language() === 'en' ? undefined : 'en' }, { replace: true });
}
