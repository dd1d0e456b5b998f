/** Districts: entries, levels, boundaries. */
package org.gongkai.registry.district;
