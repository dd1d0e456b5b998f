/** Unpacks the parts of documents that are ZIP files. */
package org.gongkai.transcription.carrier.zip;
