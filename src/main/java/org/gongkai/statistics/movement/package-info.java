/** The totals that move when the report of one agency comes into force, goes out of force, or would change. */
package org.gongkai.statistics.movement;
