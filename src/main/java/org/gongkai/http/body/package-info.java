/** Bodies of requests: received without a thread, at a minimum rate, within limits on size and memory. */
package org.gongkai.http.body;
