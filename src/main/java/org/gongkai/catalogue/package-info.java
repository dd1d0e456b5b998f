/** The statutory form and its rules as the service publishes them, so that a client needs no copy of its own. */
package org.gongkai.catalogue;
