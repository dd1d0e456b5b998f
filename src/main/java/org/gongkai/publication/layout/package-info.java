/** The official layout of the statutory tables, independent of any file format. */
package org.gongkai.publication.layout;
