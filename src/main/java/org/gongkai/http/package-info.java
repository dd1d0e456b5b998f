/** Shared parts of the HTTP resources: paging, limits on input, and checks of parameters. */
package org.gongkai.http;
