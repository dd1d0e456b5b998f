/** Agencies: entries with their checks, former names, mergers and splits. */
package org.gongkai.registry.agency;
