/** Everything that goes wrong, as RFC 9457 problem details of a closed list of types. */
package org.gongkai.problem;
