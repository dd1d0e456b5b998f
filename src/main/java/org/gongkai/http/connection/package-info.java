/** Connections: what one of them may have under way, and answers that are written only as fast as the client reads. */
package org.gongkai.http.connection;
