/** Consolidated reports: the statutory form summed over a district. */
package org.gongkai.statistics.consolidated;
