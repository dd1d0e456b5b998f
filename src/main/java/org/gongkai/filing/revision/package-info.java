/** A report through all its revisions, as entities, rows and values. */
package org.gongkai.filing.revision;
