/** Tables with one row for each entry of a list, as CSV and as sheets of workbooks. */
package org.gongkai.publication.table;
