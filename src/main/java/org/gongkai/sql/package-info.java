/**
 * SQL: statements with named parameters, scripts for psql, and pipelines of statements. No other helper is used for
 * sets of rows.
 */
package org.gongkai.sql;
