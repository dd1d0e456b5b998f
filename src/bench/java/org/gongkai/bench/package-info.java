/**
 * The benchmark: makes a city, a province or a country of reports from a seed, loads the packaged service with them, and measures it
 * against what the same machine does without it. See docs/performance.md.
 */
package org.gongkai.bench;
