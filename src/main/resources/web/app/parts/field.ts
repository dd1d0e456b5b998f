/** Labelled fields of forms, with their help and the errors that the service found in them. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../api/contract';
import { langOf } from './chinese';

interface Field {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  errors?: Finding[];
  help?: string | TemplateResult;
  required?: boolean;
  disabled?: boolean;
}

export function textField(field: Field & { type?: 'text' | 'date' | 'search'; maxLength?: number }): TemplateResult {
  return frame(
    field,
    html`<input id=${field.id} type=${field.type ?? 'text'} .value=${field.value} autocomplete="off"
      maxlength=${field.maxLength ?? nothing} ?required=${field.required} ?disabled=${field.disabled}
      aria-invalid=${isWrong(field)} aria-describedby=${describedBy(field)}
      @input=${(event: Event) => field.change((event.target as HTMLInputElement).value)}>`,
  );
}

export function textArea(field: Field & { rows?: number; maxLength?: number }): TemplateResult {
  return frame(
    field,
    html`<textarea id=${field.id} rows=${field.rows ?? 3} .value=${field.value} maxlength=${field.maxLength ?? nothing}
      ?required=${field.required} aria-invalid=${isWrong(field)} aria-describedby=${describedBy(field)}
      @input=${(event: Event) => field.change((event.target as HTMLTextAreaElement).value)}></textarea>`,
  );
}

export interface Option {
  value: string;
  label: string;
}

export function selectField(field: Field & { options: Option[] }): TemplateResult {
  return frame(
    field,
    html`<select id=${field.id} ?required=${field.required} aria-invalid=${isWrong(field)} aria-describedby=${describedBy(field)}
      @change=${(event: Event) => field.change((event.target as HTMLSelectElement).value)}>
      ${field.options.map(
        (one) => html`<option value=${one.value} lang=${langOf(one.label)} .selected=${one.value === field.value}>${one.label}</option>`,
      )}
    </select>`,
  );
}

function frame(field: Field, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${field.id}>${field.label}${field.required ? html`<span aria-hidden="true"> *</span>` : nothing}</label>
    ${control}
    ${field.help === undefined ? nothing : html`<p class="help" id="${field.id}-help">${field.help}</p>`}
    ${isWrong(field) === 'true'
      ? html`<ul class="field-errors" id="${field.id}-errors">
          ${field.errors?.map((one) => html`<li>${one.message}</li>`)}
        </ul>`
      : nothing}
  </div>`;
}

const isWrong = (field: Field): 'true' | 'false' => ((field.errors?.length ?? 0) > 0 ? 'true' : 'false');

function describedBy(field: Field): string | typeof nothing {
  const ids = [
    field.help === undefined ? '' : `${field.id}-help`,
    isWrong(field) === 'true' ? `${field.id}-errors` : '',
  ].filter((id) => id !== '');
  return ids.length === 0 ? nothing : ids.join(' ');
}
