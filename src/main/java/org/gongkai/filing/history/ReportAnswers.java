package org.gongkai.filing.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.gongkai.filing.store.EntityTags;
import org.gongkai.filing.store.ReportReader;
import org.gongkai.http.Preconditions;
import org.gongkai.http.ReportYear;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.DocumentMetrics;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.report.Contents;

/** Answers with the report of an agency for a year: as JSON, or as a document. */
@ApplicationScoped
class ReportAnswers {

    private final ReportReader reader;
    private final DocumentMetrics documents;

    ReportAnswers(ReportReader reader, DocumentMetrics documents) {
        this.reader = reader;
        this.documents = documents;
    }

    /** The answer, or that whoever asks has it already. */
    Response.ResponseBuilder of(
            ReportInForce report, String agency, ReportYear year, DocumentFormat format, Preconditions preconditions) {
        return format.isDocument()
                ? document(report, agency + "-" + year.value(), year, format, preconditions)
                : answer(
                        report.tag(),
                        preconditions,
                        () -> Response.ok(
                                reader.stored(report.content(), year.form().type()), MediaType.APPLICATION_JSON_TYPE));
    }

    /** The tag is that of the bytes: they depend on more than the revision, such as what the agency is called. */
    private Response.ResponseBuilder document(
            ReportInForce report, String name, ReportYear year, DocumentFormat format, Preconditions preconditions) {
        OfficialDocument document = OfficialDocument.of(
                report.organ(), Contents.read(year.value(), report.content()), report.submittedAt());
        byte[] bytes = documents.write(format, document);
        return answer(EntityTags.of(bytes), preconditions, () -> {
            Response.ResponseBuilder answer = Response.ok(bytes);
            format.headers(document, name).forEach(answer::header);
            return answer;
        });
    }

    private static Response.ResponseBuilder answer(
            EntityTag tag, Preconditions preconditions, Supplier<Response.ResponseBuilder> answer) {
        return (preconditions.alreadyHas(tag) ? Response.notModified() : answer.get()).tag(tag);
    }
}
