/** The caller of a request, for every resource. */
package org.gongkai.http;
