package org.gongkai.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form with which a page uploads a document.
 *
 * @param file the document; its type is that of the extension of its name
 */
public record DocumentUpload(
        @Schema(required = true, format = "binary") String file) {}
