/** CSV files: writing, and the import of entries with all faults of a file reported together. */
package org.gongkai.csv;
