/** The import of published reports: over HTTP, where the registry and other years are known, and as a command on files. */
package org.gongkai.intake;
