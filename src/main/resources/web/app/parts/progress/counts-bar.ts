import { html, svg, type TemplateResult } from 'lit';
import { stateName } from '../../words';
import type { States } from './grid-data';

const WIDTH = 100;
const HEIGHT = 10;

/** The parts of a bar, in the order in which they are drawn. */
const parts = (): Array<{ key: Exclude<keyof States, 'expected'>; style: string; name: string }> => [
  { key: 'onTime', style: 'on-time', name: stateName('ON_TIME') },
  { key: 'late', style: 'late', name: stateName('LATE') },
  { key: 'returned', style: 'returned', name: stateName('RETURNED') },
  { key: 'missing', style: 'missing', name: stateName('MISSING') },
];

/** Draws counts as a bar; what is owed is its whole length. The counts are printed or read out beside it. */
export function countsBar(counts: States): TemplateResult {
  let left = 0;
  return html`<svg class="counts-bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${parts().map(({ key, style }) => {
      const width = (counts[key] / counts.expected) * WIDTH;
      const x = left;
      left += width;
      return width === 0 ? '' : svg`<rect class=${style} x=${x} y="0" width=${width} height=${HEIGHT}></rect>`;
    })}
  </svg>`;
}

/** Names the parts of the bars. The patterns are used by all bars of the page. */
export function countsLegend(): TemplateResult {
  return html`<ul class="legend">
    ${parts().map(
      ({ style, name }) => html`<li>
        <svg class="counts-bar" viewBox="0 0 20 10" aria-hidden="true">${style === 'returned' ? patterns : ''}
          <rect class=${style} width="20" height="10"></rect></svg>${name}
      </li>`,
    )}
  </ul>`;
}

const patterns = svg`<defs>
  <pattern id="returned-pattern" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="4" height="4" fill="#fff"></rect><rect width="2.2" height="4" fill="#a0457e"></rect>
  </pattern>
</defs>`;
