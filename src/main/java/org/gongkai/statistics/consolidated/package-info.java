/** Consolidated reports: the statutory form added up over the departments of a district. */
package org.gongkai.statistics.consolidated;
