import { html, nothing, type TemplateResult } from 'lit';

/** Returns the telephone numbers of a contact as links. The service stores them separated by 、, extensions after 转. */
export function telephones(text: string | undefined): TemplateResult | typeof nothing {
  return text === undefined || text === ''
    ? nothing
    : html`<ul class="telephones">
        ${text.split('、').map((one) => html`<li><a href="tel:${dialled(one)}">${one}</a></li>`)}
      </ul>`;
}

/** Returns the number in the form of RFC 3966. */
function dialled(number: string): string {
  const [main = '', extension] = number.split('转');
  return extension === undefined ? main : `${main};ext=${extension}`;
}

/** Returns the e-mail address of a contact as a link. */
export function email(address: string | undefined): TemplateResult | typeof nothing {
  return address === undefined || address === '' ? nothing : html`<div class="email"><a href="mailto:${address}">${address}</a></div>`;
}
