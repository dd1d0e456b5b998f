/** The figures of the statutory forms as a tree, and the rates that are made from them. */

import { call } from './api/client';
import type { AvailableYear, BilingualText, CodeEntry, FigureEntry } from './api/contract';
import { number, of, percent, t } from './text';

export interface Figure {
  code: string;
  label: BilingualText;
  /** Its place in the printed form; for a rate, its definition. */
  place: BilingualText;
  unit: BilingualText | undefined;
  isRate: boolean;
  isStock: boolean;
  /** Whether it has a sum; otherwise only its parts have. */
  isAdditive: boolean;
  /** The years whose forms have it; undefined if all have it. */
  years: number[] | undefined;
  group: Figure | undefined;
  parts: Figure[];
}

export interface Catalogue {
  roots: Figure[];
  figures: Map<string, Figure>;
  applicantTypes: CodeEntry[];
}

/** Loads the figures of the forms of some years. Those of the newest form come first. */
export async function loadCatalogue(years: AvailableYear[], signal: AbortSignal): Promise<Catalogue> {
  const yearOfForm = new Map(years.map((one) => [one.form, one.year]));
  const wanted = yearOfForm.size === 0 ? [new Date().getFullYear() - 1] : [...yearOfForm.values()].sort((a, b) => b - a);
  const forms = await Promise.all(wanted.map((year) => call('getForm', { path: { year }, signal })));
  const figures = new Map<string, Figure>();
  const roots = [rates(figures)];
  for (const entry of forms.flatMap((form) => form.figures)) {
    if (!figures.has(entry.code)) {
      const figure = figureOf(entry, years, groupOf(entry.code, figures));
      figures.set(entry.code, figure);
      (figure.group?.parts ?? roots).push(figure);
    }
  }
  return { roots, figures, applicantTypes: forms[0]?.applicantTypes ?? [] };
}

function figureOf(entry: FigureEntry, years: AvailableYear[], group: Figure | undefined): Figure {
  const having = years.filter((one) => entry.forms.includes(one.form)).map((one) => one.year);
  return {
    code: entry.code,
    label: entry.label,
    place: entry.place,
    unit: entry.unit?.label,
    isRate: false,
    isStock: entry.measure === 'STOCK',
    isAdditive: entry.additive,
    years: having.length === years.length ? undefined : having,
    group,
    parts: [],
  };
}

function groupOf(code: string, figures: Map<string, Figure>): Figure | undefined {
  const end = code.lastIndexOf('.');
  const group = code.slice(0, Math.max(0, end));
  return end < 0 ? undefined : (figures.get(group) ?? groupOf(group, figures));
}

const RATES: Array<[code: string, label: BilingualText, place: BilingualText]> = [
  [
    'rates.disclosure',
    { zh: '公开率', en: 'Disclosure rate' },
    { zh: '予以公开和部分公开的申请 ÷ 全部办理结果', en: 'Requests disclosed in full or in part ÷ all outcomes' },
  ],
  [
    'rates.refusal',
    { zh: '不予公开率', en: 'Refusal rate' },
    { zh: '不予公开的申请 ÷ 全部办理结果', en: 'Requests refused ÷ all outcomes' },
  ],
  [
    'rates.correction',
    { zh: '纠错率', en: 'Correction rate' },
    {
      zh: '结果纠正的复议和诉讼 ÷ 已审结的复议和诉讼',
      en: 'Reconsiderations and litigations that corrected the agency ÷ those concluded',
    },
  ],
  [
    'rates.onTime',
    { zh: '按时报送率', en: 'On-time rate' },
    { zh: '按期首次报送的报告 ÷ 应报的报告', en: 'Reports first submitted by the deadline ÷ reports expected' },
  ],
];

function rates(figures: Map<string, Figure>): Figure {
  const common = { unit: undefined, isStock: false, years: undefined };
  const group: Figure = {
    ...common,
    code: 'rates',
    label: { zh: '比率', en: 'Rates' },
    place: { zh: '比率', en: 'Rates' },
    isRate: false,
    isAdditive: false,
    group: undefined,
    parts: [],
  };
  for (const [code, label, place] of RATES) {
    const rate = { ...common, code, label, place, isRate: true, isAdditive: true, group, parts: [] };
    figures.set(code, rate);
    group.parts.push(rate);
  }
  return group;
}

/** Returns the label of a figure, without the remark in brackets that explains how to fill it in. */
export function labelOf(code: string, catalogue: Catalogue): string {
  const figure = catalogue.figures.get(code);
  return figure === undefined ? code : of(figure.label).replace(/\s*[（(][^（()）]*[）)]$/, '');
}

/** Returns a name that is clear without the form: with the group of the figure. */
export function nameOf(code: string, catalogue: Catalogue): string {
  const group = catalogue.figures.get(code)?.group;
  const label = labelOf(code, catalogue);
  return group?.group === undefined ? label : `${labelOf(group.code, catalogue)} · ${label}`;
}

/** Returns how values of a figure are written. */
export const formatOf = (code: string, catalogue: Catalogue): ((value: number | null | undefined) => string) =>
  catalogue.figures.get(code)?.isRate === true ? percent : number;

/** Returns the unit of a figure in words. */
export function unitOf(code: string, catalogue: Catalogue): string {
  const figure = catalogue.figures.get(code);
  return figure?.isRate === true ? '%' : figure?.unit === undefined ? '' : of(figure.unit);
}

/** Returns years as people write them: 2019–2020, or 2019、2021. */
export function yearsInWords(years: number[]): string {
  const first = Math.min(...years);
  const last = Math.max(...years);
  if (years.length === 0) {
    return '';
  }
  return years.length > 1 && last - first === years.length - 1 ? `${first}–${last}` : years.join(t('、', ', '));
}
