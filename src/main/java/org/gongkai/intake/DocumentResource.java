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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.http.Caller;
import org.gongkai.http.body.TakesDocument;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.Flag;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.carrier.DocumentReader;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.rendering.Rendering;
import org.jboss.resteasy.reactive.RestResponse;

/** Reports that were published as documents. */
@Path("/api/v1/documents")
@Tag(name = "documents")
public class DocumentResource {

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
     * Extracts a report from a published document: a web page (alone or as MHTML), a PDF file with text, a file of a word
     * processor (DOCX, DOC, ODT), a workbook (XLSX, XLS, ODS), CSV, Markdown or plain text. The response has the report in the form in which it
     * can be submitted, the source of each number with its place, everything that could not be read or had to be guessed, and
     * the findings of the rules; with rendering=true, also the document as it was read. The service stores nothing, runs nothing in the document, and fetches nothing that the
     * document refers to. Pages and text may be in UTF-8 or GB18030 (GBK, GB2312). The type of a document without a type,
     * or of the type application/octet-stream, is recognized by its content. A form (multipart/form-data) has the document
     * in its field file.
     *
     * @param document the published document
     * @param rendering whether to answer the document as it was read, for a comparison side by side
     * @param compare whether to compare the document with the report in force of its agency for its year
     */
    @POST
    @Consumes({
        DocumentType.HTML_TYPE,
        DocumentType.TEXT_TYPE,
        DocumentType.MARKDOWN_TYPE,
        DocumentType.CSV_TYPE,
        DocumentType.DOCX_TYPE,
        DocumentType.PDF_TYPE,
        DocumentType.DOC_TYPE,
        DocumentType.XLSX_TYPE,
        DocumentType.XLS_TYPE,
        DocumentType.ODT_TYPE,
        DocumentType.ODS_TYPE,
        DocumentType.MHTML_TYPE,
        MediaType.MULTIPART_FORM_DATA,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @Produces(MediaType.APPLICATION_JSON)
    @TakesDocument
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT, Role.SANDBOX})
    @Operation(summary = "Read a published report")
    public RestResponse<ImportedReport> readDocument(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = DocumentType.HTML_TYPE,
                                        schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = DocumentType.TEXT_TYPE,
                                        schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = DocumentType.MARKDOWN_TYPE,
                                        schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = DocumentType.CSV_TYPE,
                                        schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = DocumentType.DOCX_TYPE,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = DocumentType.PDF_TYPE,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = DocumentType.DOC_TYPE,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = DocumentType.XLSX_TYPE,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = DocumentType.XLS_TYPE,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = DocumentType.ODT_TYPE,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = DocumentType.ODS_TYPE,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = DocumentType.MHTML_TYPE,
                                        schema = @Schema(implementation = String.class, format = "binary")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA,
                                        // without members: generators make no models of forms, but import them
                                        schema =
                                                @Schema(
                                                        type = SchemaType.OBJECT,
                                                        description = "A form with the document in its field file")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                        schema = @Schema(implementation = String.class, format = "binary"))
                            })
                    InputStream document,
            @QueryParam("rendering")
                    @CheckedBy(Flag.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String rendering,
            @QueryParam("compare")
                    @CheckedBy(Flag.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String compare,
            @Context HttpHeaders headers)
            throws IOException {
        UploadedFile file = UploadedFile.of(document.readAllBytes(), headers.getMediaType());
        try {
            ParsedDocument parsed = DocumentReader.read(file.content(), file.type(), file.charset());
            ImportedReport read = imported(Transcriber.transcribe(parsed), Flag.of("compare", compare));
            ImportedReport answer = Flag.of("rendering", rendering) ? read.with(Rendering.of(parsed)) : read;
            return caller.withContentLanguage(RestResponse.ResponseBuilder.ok(answer))
                    .build();
        } catch (UnreadableDocument e) {
            throw new ProblemException(
                    e.isAnotherDocument() ? ProblemType.NOT_A_REPORT : ProblemType.UNREADABLE_DOCUMENT, e.reason());
        }
    }

    private ImportedReport imported(Transcript transcript, boolean isCompared) {
        ImportedReport read =
                imports.complete(transcript, caller.actor(), access.reachToSubmit(), auditLog.now(), caller.language());
        return isCompared ? imports.compare(read, transcript, caller.language()) : read;
    }
}
