/** The screens that the reader is offered. */

import { routes, type Group, type Route } from './router';
import { session } from './session';

function isShown(route: Route): boolean {
  const reader = session();
  const isBureau = (reader?.agencies.length ?? 0) > 0;
  switch (route.audience) {
    case 'public':
      return true;
    case 'office':
      return reader?.isOffice === true;
    case 'bureau':
      return isBureau;
    case 'member':
      return reader?.isOffice === true || isBureau;
  }
}

const shown = (): Route[] => routes.filter((route) => route.link !== undefined && isShown(route));

/** Returns the screens of a group that the reader is offered. */
export const screensOf = (group: Group): Route[] => shown().filter((route) => route.group === group);

export interface Entry {
  address: string;
  title: string;
  isCurrent: boolean;
}

/** Returns the entries of the main navigation: one for each group, and one for each other screen. */
export function entries(current: Route | undefined): Entry[] {
  const screens = shown();
  const isFirst = ({ group }: Route, i: number) => group === undefined || screens.findIndex((one) => one.group === group) === i;
  return screens.filter(isFirst).map((route) => ({
    address: route.link as string,
    title: route.group === undefined || screensOf(route.group).length === 1 ? route.title() : route.group.title(),
    isCurrent: route === current || (route.group !== undefined && route.group === current?.group),
  }));
}
