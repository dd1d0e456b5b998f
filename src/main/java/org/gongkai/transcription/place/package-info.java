/** The places of texts in a document, and the pages that it draws. */
package org.gongkai.transcription.place;
