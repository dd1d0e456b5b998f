/**
 * The statutory annual report on government information disclosure: the form as annotated records, and the catalogue of
 * figures that is derived by walking them. Everything that needs to know a row, a column or a label asks the catalogue.
 */
package org.gongkai.report;
