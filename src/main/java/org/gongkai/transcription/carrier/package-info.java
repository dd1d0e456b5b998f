/** The types of documents that are read, and the choice of the reader. Each family of types has a package of its own. */
package org.gongkai.transcription.carrier;
