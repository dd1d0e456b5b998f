/** Errors as RFC 9457 problem details, with a closed list of problem types. */
package org.gongkai.problem;
