import { html, type TemplateResult } from 'lit';
import { address } from '../../api/client';
import { t } from '../../text';
import '../download';

/** Renders the buttons that download a register as a file of the service, complete and in its order. */
export function tableDownloads(
  operation: 'listCarryOver' | 'listExplanations' | 'getScoreboard',
  filter: object,
  name: string,
): TemplateResult {
  return html`<gk-download .label=${t('导出 CSV', 'Export CSV')} .format=${'csv' as const} .file=${`${name}.csv`}
      .address=${address(operation, {}, { ...filter, format: 'csv', bom: true, labels: 'both' })}></gk-download>
    <gk-download .label=${t('导出 Excel', 'Export Excel')} .format=${'xlsx' as const} .file=${`${name}.xlsx`}
      .address=${address(operation, {}, { ...filter, format: 'xlsx' })}></gk-download>`;
}
