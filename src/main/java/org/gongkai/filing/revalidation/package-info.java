/** Runs that check stored reports with the current rule book, while the service goes on. */
package org.gongkai.filing.revalidation;
