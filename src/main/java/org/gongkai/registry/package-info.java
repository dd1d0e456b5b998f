/** The registry as a whole: columns of tables, numbers of series. */
package org.gongkai.registry;
