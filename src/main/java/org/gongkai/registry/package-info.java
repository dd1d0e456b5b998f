/** Who reports: administrative divisions, kinds of bureau, and the agencies themselves. */
package org.gongkai.registry;
