/** A document as it was read, for a reader who compares its figures with it. */
package org.gongkai.transcription.rendering;
