/** Queries for roll-ups, and the rows that answer them. */
package org.gongkai.statistics.rollup;
