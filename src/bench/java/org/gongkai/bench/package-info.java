/**
 * The benchmark. It generates the reports of a city, a province or a country from a seed, loads the packaged service
 * with them, and compares it with the same work on the same machine without the service. See docs/performance.md.
 */
package org.gongkai.bench;
