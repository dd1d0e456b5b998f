/** The statutory form as the service publishes it, so that a client needs no copy of its own. */
package org.gongkai.catalogue;
