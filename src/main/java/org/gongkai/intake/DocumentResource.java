package org.gongkai.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.http.Caller;
import org.gongkai.http.CheckedBy;
import org.gongkai.http.Flag;
import org.gongkai.http.body.TakesDocument;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.page.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.jboss.resteasy.reactive.RestResponse;

/** Reports that were published as documents. */
@Path("/api/v1/documents")
@Tag(name = "documents")
public class DocumentResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";
    private static final MediaType UNKNOWN = MediaType.APPLICATION_OCTET_STREAM_TYPE;
    private static final String CHARSET = "charset";

    private final Imports imports;
    private final Caller caller;
    private final Access access;
    private final AuditLog auditLog;

    DocumentResource(Imports imports, Caller caller, Access access, AuditLog auditLog) {
        this.imports = imports;
        this.caller = caller;
        this.access = access;
        this.auditLog = auditLog;
    }

    /**
     * Extracts a report from a published document: a web page, a DOCX file, a PDF file with text,
     * or plain text. The response has the report
     * in the form in which it can be submitted, the source of each number, everything that could not be read or had to
     * be guessed, and the findings of the rules. The service stores nothing, runs nothing in the document, and fetches
     * nothing that the document refers to. Pages and text may be in UTF-8 or GB18030 (GBK, GB2312). The kind of a
     * document without a type, or of the type application/octet-stream, is recognized by its content.
     *
     * @param document the published document
     * @param compare whether to compare the document with the report in force of its agency for its year
     */
    @POST
    @Consumes({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN, DOCX, PDF, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @TakesDocument
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT, Role.SANDBOX})
    @Operation(summary = "Read a published report")
    public RestResponse<ImportedReport> readDocument(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.TEXT_HTML,
                                        schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = MediaType.TEXT_PLAIN,
                                        schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = DOCX,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = PDF,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                        schema = @Schema(implementation = String.class, format = "binary"))
                            })
                    InputStream document,
            @QueryParam("compare")
                    @CheckedBy(Flag.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String compare,
            @Context HttpHeaders headers)
            throws IOException {
        MediaType type = headers.getMediaType() == null ? UNKNOWN : headers.getMediaType();
        Transcript transcript = transcribe(document.readAllBytes(), type);
        ImportedReport importedReport =
                imports.complete(transcript, caller.actor(), access.reachToSubmit(), auditLog.now(), caller.language());
        ImportedReport answer = Flag.of("compare", compare)
                ? imports.compare(importedReport, transcript, caller.language())
                : importedReport;
        return caller.withContentLanguage(RestResponse.ResponseBuilder.ok(answer))
                .build();
    }

    private static Transcript transcribe(byte[] document, MediaType type) {
        try {
            return Transcriber.transcribe(
                    document, kind(document, type), type.getParameters().get(CHARSET));
        } catch (UnreadableDocument e) {
            throw new ProblemException(
                    e.isAnotherDocument() ? ProblemType.NOT_A_REPORT : ProblemType.UNREADABLE_DOCUMENT, e.reason());
        }
    }

    private static DocumentType kind(byte[] document, MediaType type) {
        if (type.isCompatible(UNKNOWN)) {
            return DocumentType.ofContent(document);
        }
        return Arrays.stream(DocumentType.values())
                .filter(documentType -> MediaType.valueOf(documentType.type()).isCompatible(type))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE));
    }
}
