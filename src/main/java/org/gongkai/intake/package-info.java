/**
 * The import of published reports: over HTTP, with the registry and the reports of other years, and as a command on
 * files.
 */
package org.gongkai.intake;
