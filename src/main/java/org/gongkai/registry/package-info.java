/** The registry: administrative divisions, kinds of bureau, and the agencies that report. */
package org.gongkai.registry;
