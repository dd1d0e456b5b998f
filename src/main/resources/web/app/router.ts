/** The screens and their addresses. A screen is loaded when it is first shown. */

import { t } from './text';

/** Screens that share an entry of the navigation, and are its tabs. */
export interface Group {
  title: () => string;
}

const registers: Group = { title: () => t('台账', 'Registers') };
const log: Group = { title: () => t('审计日志', 'Audit log') };

export interface Route {
  /** Its address; groups are the parameters of the screen. */
  pattern: RegExp;
  /** The address in the navigation; undefined for screens that are reached from others. */
  link?: string;
  title: () => string;
  /** The screens with which it shares an entry of the navigation. */
  group?: Group;
  /** Who needs it; everyone may open it. A member is the office or a bureau. */
  audience: 'public' | 'office' | 'bureau' | 'member';
  tag: string;
  load: () => Promise<unknown>;
}

export const routes: Route[] = [
  {
    pattern: /^\/$/,
    link: '/',
    title: () => t('总览', 'Overview'),
    audience: 'public',
    tag: 'gk-overview',
    load: () => import('./screens/overview'),
  },
  {
    pattern: /^\/explore$/,
    link: '/explore',
    title: () => t('指标查询', 'Explorer'),
    audience: 'public',
    tag: 'gk-explorer',
    load: () => import('./screens/explorer'),
  },
  {
    pattern: /^\/agencies$/,
    link: '/agencies',
    title: () => t('单位', 'Agencies'),
    audience: 'public',
    tag: 'gk-agencies',
    load: () => import('./screens/agencies'),
  },
  {
    pattern: /^\/agencies\/(?<code>[^/]+)$/,
    title: () => t('单位', 'Agency'),
    audience: 'public',
    tag: 'gk-agency',
    load: () => import('./screens/agency'),
  },
  {
    pattern: /^\/agencies\/(?<code>[^/]+)\/(?<year>\d{4})$/,
    title: () => t('年度报告', 'Annual report'),
    audience: 'public',
    tag: 'gk-agency-report',
    load: () => import('./screens/agency-report'),
  },
  {
    pattern: /^\/agencies\/(?<code>[^/]+)\/(?<year>\d{4})\/revisions\/(?<revision>\d+)\/receipt$/,
    title: () => t('回执', 'Receipt'),
    audience: 'public',
    tag: 'gk-receipt',
    load: () => import('./screens/receipt'),
  },
  {
    pattern: /^\/consolidated$/,
    link: '/consolidated',
    title: () => t('汇总报告', 'Consolidated'),
    audience: 'public',
    tag: 'gk-consolidated',
    load: () => import('./screens/consolidated'),
  },
  {
    pattern: /^\/progress$/,
    link: '/progress',
    title: () => t('报送进度', 'Progress'),
    audience: 'public',
    tag: 'gk-progress',
    load: () => import('./screens/progress'),
  },
  {
    pattern: /^\/rules$/,
    link: '/rules',
    title: () => t('规则', 'Rules'),
    audience: 'public',
    tag: 'gk-rules',
    load: () => import('./screens/rules'),
  },
  {
    pattern: /^\/review(?:\/(?<agency>[^/]+)\/(?<year>\d{4}))?$/,
    link: '/review',
    title: () => t('审核', 'Review'),
    audience: 'office',
    tag: 'gk-review',
    load: () => import('./screens/review'),
  },
  {
    pattern: /^\/submit$/,
    link: '/submit',
    title: () => t('填报', 'Submit'),
    audience: 'bureau',
    tag: 'gk-submit',
    load: () => import('./screens/submit'),
  },
  {
    pattern: /^\/submit\/(?<agency>[^/]+)\/(?<year>\d{4})$/,
    title: () => t('填报', 'Submit'),
    audience: 'bureau',
    tag: 'gk-submission',
    load: () => import('./screens/submission'),
  },
  {
    pattern: /^\/registry$/,
    link: '/registry',
    title: () => t('名录', 'Registry'),
    audience: 'office',
    tag: 'gk-registry',
    load: () => import('./screens/registry'),
  },
  {
    pattern: /^\/carry-over$/,
    link: '/carry-over',
    title: () => t('结转台账', 'Carry-over'),
    group: registers,
    audience: 'member',
    tag: 'gk-carry-over',
    load: () => import('./screens/carry-over'),
  },
  {
    pattern: /^\/explanations$/,
    link: '/explanations',
    title: () => t('说明汇总', 'Explanations'),
    group: registers,
    audience: 'member',
    tag: 'gk-explanations',
    load: () => import('./screens/explanations'),
  },
  {
    pattern: /^\/scoreboard$/,
    link: '/scoreboard',
    title: () => t('考核统计', 'Scoreboard'),
    group: registers,
    audience: 'member',
    tag: 'gk-scoreboard',
    load: () => import('./screens/scoreboard'),
  },
  {
    pattern: /^\/audit$/,
    link: '/audit',
    title: () => t('审计日志', 'Audit log'),
    group: log,
    audience: 'office',
    tag: 'gk-audit',
    load: () => import('./screens/audit'),
  },
  {
    pattern: /^\/webhooks$/,
    link: '/webhooks',
    title: () => t('推送订阅', 'Webhooks'),
    group: log,
    audience: 'member',
    tag: 'gk-webhooks',
    load: () => import('./screens/webhooks'),
  },
  {
    pattern: /^\/login$/,
    title: () => t('登录', 'Log in'),
    audience: 'public',
    tag: 'gk-login-screen',
    load: () => import('./screens/login'),
  },
];

/** Tells that the address has changed. */
export const events = new EventTarget();
export const NAVIGATED = 'navigated';

/** Returns the route of the address, and its parameters. */
export function routeOf(path: string): { route: Route; parameters: Record<string, string> } | undefined {
  for (const route of routes) {
    const found = route.pattern.exec(path);
    if (found !== null) {
      return { route, parameters: { ...found.groups } };
    }
  }
  return undefined;
}

/** Returns an address of the pages with the given parameters, and with the language of this one. */
export function link(path: string, query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      search.set(name, value);
    }
  }
  const lang = new URLSearchParams(location.search).get('lang');
  if (lang !== null && !search.has('lang')) {
    search.set('lang', lang);
  }
  const text = search.toString().replaceAll('%2C', ',');
  return text === '' ? path : `${path}?${text}`;
}

/** Opens an address of the pages. */
export function navigate(address: string, options: { replace?: boolean } = {}): void {
  if (options.replace === true) {
    history.replaceState(null, '', address);
  } else {
    history.pushState(null, '', address);
  }
  events.dispatchEvent(new Event(NAVIGATED));
}

/** Changes parameters of the address, and keeps the others. */
export function setQuery(changes: Record<string, string | undefined>, options: { replace?: boolean } = {}): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') {
      search.delete(name);
    } else {
      search.set(name, value);
    }
  }
  const text = search.toString().replaceAll('%2C', ',');
  navigate(text === '' ? location.pathname : `${location.pathname}?${text}`, options);
}

/** Follows links to pages without loading them from the server. */
export function followLinks(root: Document): void {
  root.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest?.('a');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented || !anchor || anchor.target !== '' || anchor.hasAttribute('download')) {
      return;
    }
    const url = new URL(anchor.href);
    if (url.origin === location.origin && routeOf(url.pathname) !== undefined && !isSamePlace(url)) {
      event.preventDefault();
      navigate(url.pathname + url.search + url.hash);
    }
  });
  addEventListener('popstate', () => events.dispatchEvent(new Event(NAVIGATED)));
}

function isSamePlace(url: URL): boolean {
  return url.hash !== '' && url.pathname === location.pathname && url.search === location.search;
}
