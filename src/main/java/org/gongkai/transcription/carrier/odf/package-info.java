/** Reads OpenDocument files: ODT and ODS. */
package org.gongkai.transcription.carrier.odf;
