/**
 * HTTP as RFC 9110 describes it, before any resource: methods of addresses, negotiation of formats and codings, limits
 * of the head of a request, compression of answers.
 */
package org.gongkai.http.semantics;
