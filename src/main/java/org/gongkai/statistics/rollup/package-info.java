/** Queries for roll-ups, and the rows of their answers. */
package org.gongkai.statistics.rollup;
