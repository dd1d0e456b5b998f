import { html, type TemplateResult } from 'lit';
import { t } from '../../text';
import { textField } from '../field';
import { choose } from './scope';

/** Renders the field of a form that selects an agency by its code. */
export const agencyField = (query: URLSearchParams): TemplateResult =>
  html`${textField({ id: 'agency', type: 'search', label: t('单位代码', 'Code of the agency'), value: query.get('agency') ?? '', change: () => undefined })}
    <button type="submit">${t('查找', 'Search')}</button>`;

/** Finds the agency that was entered. */
export function findAgency(event: SubmitEvent): void {
  event.preventDefault();
  const input = (event.target as HTMLFormElement).querySelector<HTMLInputElement>('#agency');
  choose('agency', input?.value.trim() ?? '');
}
