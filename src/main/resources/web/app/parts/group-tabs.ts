import { html, nothing, type TemplateResult } from 'lit';
import { screensOf } from '../navigation';
import { link, routeOf } from '../router';

/** Renders links to the screens that share an entry of the navigation with this one. */
export function groupTabs(): TemplateResult | typeof nothing {
  const current = routeOf(location.pathname)?.route;
  const screens = current?.group === undefined ? [] : screensOf(current.group);
  return screens.length < 2
    ? nothing
    : html`<nav class="tabs" aria-label=${current?.group?.title()}>
        ${screens.map(
          (one) => html`<a href=${link(one.link as string)} aria-current=${one === current ? 'page' : 'false'}>${one.title()}</a>`,
        )}
      </nav>`;
}
