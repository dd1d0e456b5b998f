import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../text';

/** Renders the conditions of a list as a line on paper, where its form is left out. */
export function printLine(conditions: Array<[name: string, value: string | undefined]>): TemplateResult | typeof nothing {
  const given = conditions.filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0
    ? nothing
    : html`<p class="print-only">${given.map(([name, value]) => `${name}${t('：', ': ')}${value}`).join(t('；', '; '))}</p>`;
}
