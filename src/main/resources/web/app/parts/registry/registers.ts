/** The three registers, and their views in the address. */

import { call, type OperationId } from '../../api/client';
import type { ImportSummary } from '../../api/contract';
import { link } from '../../router';
import { t } from '../../text';

export type Register = 'agencies' | 'districts' | 'categories';

interface Facts {
  title: () => string;
  /** How one entry is called. */
  one: () => string;
  list: OperationId;
  /** The columns of its files, see docs/registry.md. */
  columns: string[];
  example: string;
  load: (body: Blob, type: string) => Promise<ImportSummary>;
}

/** Files are sent as they are: the service detects their encoding. */
const loads =
  (operation: 'loadAgencies' | 'loadDistricts' | 'loadCategories') =>
  (body: Blob, type: string): Promise<ImportSummary> =>
    call(operation, { body, headers: { 'Content-Type': type } });

export const registers: Record<Register, Facts> = {
  agencies: {
    title: () => t('单位', 'Agencies'),
    one: () => t('单位', 'agency'),
    list: 'listAgencies',
    columns: [
      'code',
      'name',
      'nameSince',
      'district',
      'category',
      'kind',
      'unifiedSocialCreditCode',
      'validFrom',
      'validTo',
      'successor',
      'contactPerson',
      'telephone',
      'email',
    ],
    example: '代码,名称,行政区划,类别,类型,联系人,联系电话,电子邮箱\n430212-finance,株洲市渌口区财政局,430212,finance,部门,李明,0733-28681234转8012,liming@example.gov.cn',
    load: loads('loadAgencies'),
  },
  districts: {
    title: () => t('行政区划', 'Districts'),
    one: () => t('行政区划', 'district'),
    list: 'listDistricts',
    columns: ['code', 'name', 'parent', 'level', 'validFrom', 'validTo', 'successor'],
    example: '代码,名称,上级\n430200,株洲市,430000\n430212,渌口区,430200',
    load: loads('loadDistricts'),
  },
  categories: {
    title: () => t('类别', 'Categories'),
    one: () => t('类别', 'category'),
    list: 'listCategories',
    columns: ['code', 'name'],
    example: '代码,名称\nfinance,财政',
    load: loads('loadCategories'),
  },
};

/** Returns the register that a query names. */
export function registerOf(query: URLSearchParams): Register {
  const tab = query.get('tab') ?? '';
  return Object.hasOwn(registers, tab) ? (tab as Register) : 'agencies';
}

/** Returns the address of an entry. */
export const entryLink = (register: Register, code: string): string =>
  link('/registry', { tab: register === 'agencies' ? undefined : register, code });
