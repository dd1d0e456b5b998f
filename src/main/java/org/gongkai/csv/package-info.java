/** CSV files: writing them, and importing entries with all findings on a file reported together. */
package org.gongkai.csv;
