/**
 * Roll-ups by year, district, category and other dimensions. Sums are made in the database, never by loading entities.
 */
package org.gongkai.statistics;
