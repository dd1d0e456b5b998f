/** What all resources share at the HTTP edge: paging, limits on input, parameters that are checked before they are used. */
package org.gongkai.http;
