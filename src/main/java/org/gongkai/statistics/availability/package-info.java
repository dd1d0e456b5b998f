/** The years, districts, categories and figures that have reports, for applications that let people choose among them. */
package org.gongkai.statistics.availability;
