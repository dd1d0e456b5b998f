/** The agencies with which a caller may work. */
package org.gongkai.registry.reach;
