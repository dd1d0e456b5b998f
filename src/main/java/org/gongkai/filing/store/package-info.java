/** The repository that loads the reports of agencies and saves what has changed in them. */
package org.gongkai.filing.store;
