/** The header {@code Idempotency-Key}: a repeated request gets the first answer, and changes nothing. */
package org.gongkai.http.idempotency;
