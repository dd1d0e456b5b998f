/** The SQL of roll-ups. Sums are made in the database; no entity is loaded. */
package org.gongkai.statistics.rollup.sql;
