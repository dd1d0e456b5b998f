/** Stored reports: entities, and the repository that loads the reports of agencies and saves what has changed. */
package org.gongkai.filing.store;
