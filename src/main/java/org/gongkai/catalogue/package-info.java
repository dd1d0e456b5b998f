/** The statutory form and its rules as published by the service, so that a client needs no copy of its own. */
package org.gongkai.catalogue;
