/** Reports that are printed in every layout and type of document, with one difficulty each, whose right figures are known. */
package org.gongkai.transcription.draft;
