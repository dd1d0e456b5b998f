/** The SQL of roll-ups. */
package org.gongkai.statistics.rollup.sql;
