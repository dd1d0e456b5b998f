/**
 * Takes the answer of the identity provider out of the address, before the frame reads it: the code stays neither in the history
 * nor in links. The parameter `state` begins with the purpose and the language of the request, such as `page.zh.…`.
 */

let answer: URLSearchParams | undefined;

const search = new URLSearchParams(location.search);
const [, language = search.get('lang')] = stateOf(search);

if (location.pathname === '/login' && ['state', 'code', 'error'].some((name) => search.has(name))) {
  answer = search;
  history.replaceState(null, '', language === 'en' ? '/login?lang=en' : '/login');
}

/** Returns the answer with which the page was opened, once. */
export function takeAnswer(): { purpose: string; parameters: URLSearchParams } | undefined {
  const parameters = answer;
  answer = undefined;
  return parameters === undefined ? undefined : { purpose: stateOf(parameters)[0] ?? '', parameters };
}

/** Returns the parts of the parameter `state`. An answer to no request of the pages may have none. */
function stateOf(parameters: URLSearchParams): string[] {
  return parameters.get('state')?.split('.') ?? [];
}
