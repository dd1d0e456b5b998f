/** Previews of a changed rule book: what it would find in stored reports. */
package org.gongkai.filing.preview;
