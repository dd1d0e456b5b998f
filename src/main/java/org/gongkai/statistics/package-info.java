/** Roll-ups: how much, by year, by district, by category. Sums are made in the database; no entity is loaded for one. */
package org.gongkai.statistics;
