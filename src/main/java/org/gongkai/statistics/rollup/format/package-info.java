/** Formats of roll-ups: CSV, XLSX, JSON-stat. */
package org.gongkai.statistics.rollup.format;
