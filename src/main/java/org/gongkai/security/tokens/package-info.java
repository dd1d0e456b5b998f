/** Issues tokens of the local issuer over HTTP. */
package org.gongkai.security.tokens;
