import { html, nothing, type TemplateResult } from 'lit';
import { language } from '../text';

const HAN = /\p{Script=Han}/u;
/** Statutory places such as 三（七） are a part of English names. */
const ENGLISH = /[a-z]{2}/i;

/** Returns the `lang` of an element that has only a name: names of districts, categories and agencies are Chinese on English pages too. */
export const langOf = (name: string | undefined): string | typeof nothing =>
  language() === 'en' && HAN.test(name ?? '') && !ENGLISH.test(name ?? '') ? 'zh-CN' : nothing;

/** Renders a name within a text, in an element with its language if that is not the one of the page. */
export const chinese = (name: string | undefined): TemplateResult | string | undefined =>
  langOf(name) === nothing ? name : html`<span lang="zh-CN">${name}</span>`;
