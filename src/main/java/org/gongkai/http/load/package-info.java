/**
 * The protection of the service from the load of its clients: requests, bytes and work that one client, and all clients
 * together, may have under way.
 */
package org.gongkai.http.load;
