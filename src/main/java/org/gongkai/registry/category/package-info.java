/** Categories of agencies. */
package org.gongkai.registry.category;
