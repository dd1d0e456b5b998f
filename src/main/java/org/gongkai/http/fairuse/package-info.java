/** The share of each client: its rate of requests, its requests under way, and the cost of its queries. */
package org.gongkai.http.fairuse;
